package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.pty.Style;
import smtpterm.testing.RecordingServer;

/** What Tab offers, as it is seen. */
@EnabledOnOs(OS.LINUX)
class CompletionIT {
  @TempDir Path home;

  private PtyProgram practice(String language, int columns, int rows) throws IOException {
    PtyProgram program =
        PtyCommand.smtpterm(home, "practice", "--smtp", "0", "--pop3", "0", "--lang", language)
            .size(columns, rows)
            .start();
    Program.awaitPrompt(program, "220");
    return program;
  }

  private static Screen tab(PtyProgram program, String shown) {
    program.key(Key.TAB);
    // Below the line: while the menu is being drawn the cursor is somewhere in it.
    return program.awaitScreen(
        "\"" + shown + "\" in the menu",
        screen -> menu(screen).stream().anyMatch(row -> row.contains(shown)));
  }

  /** The rows between the line being typed and the status line that are not empty. */
  private static List<String> menu(Screen screen) {
    return screen.text().lines().skip(screen.row() + 1L).filter(row -> !row.isEmpty()).toList();
  }

  private static void typed(PtyProgram program, String line, String completed) {
    program.type(line);
    awaitTyped(program, line);
    program.key(Key.TAB);
    awaitTyped(program, completed);
  }

  /** The screen shows no blank at the end of a line, but the cursor stands behind it. */
  private static void awaitTyped(PtyProgram program, String line) {
    program.awaitScreen(
        "\"" + line + "\" behind the prompt",
        screen ->
            screen.cursorLine().startsWith(("C: " + line).stripTrailing())
                && screen.column() == 3 + line.length());
  }

  private static void said(PtyProgram program, String line, String reply) {
    program.enter(line);
    Program.awaitPrompt(program, reply);
  }

  @ParameterizedTest
  @CsvSource({
    "de, MAIL FROM:<Adresse>, erst EHLO, 'sagt Hallo und fragt, was'",
    "en, MAIL FROM:<address>, first EHLO, says hello and asks what"
  })
  void outOfOrderComesLastDimmedAndWithItsReason(
      String language, String mail, String reason, String meaning) throws IOException {
    try (PtyProgram program = practice(language, 60, 24)) {
      Screen screen = tab(program, "BDAT n");
      List<String> menu = menu(screen);
      assertThat(menu.get(0)).startsWith("EHLO ").contains(meaning).endsWith("…");
      assertThat(menu.get(7)).startsWith("QUIT ");
      assertThat(menu.get(10)).startsWith(mail).contains(reason).endsWith(" MAIL");
      assertThat(menu.get(13)).startsWith("BDAT n ");
      assertThat(screen.styleOf("QUIT ").foreground()).isEqualTo(Style.DEFAULT);
      assertThat(screen.styleOf(mail)).isEqualTo(screen.styleOf(reason));
      assertThat(screen.styleOf(mail).foreground()).isNotEqualTo(Style.DEFAULT);
      assertThat(menu).allMatch(row -> row.length() <= 60);
    }
  }

  @Test
  void aWholeEnvelopeIsCompleted() throws IOException {
    try (PtyProgram program = practice("de", 100, 30)) {
      typed(program, "eh", "ehlo ");
      program.key(Key.TAB);
      awaitTyped(program, "ehlo " + computer());
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "250 HELP");
      typed(program, "MAIL FROM:<an", "MAIL FROM:<anna@kolleg.de>");
      assertThat(tab(program, "höchstens 10.485.760").text())
          .contains("SIZE=n", "BODY=7BIT      der Text ist reines ASCII");
      program.type(" RET=H");
      program.key(Key.TAB);
      awaitTyped(program, "MAIL FROM:<anna@kolleg.de> RET=HDRS");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 250 2.1.0");
      said(program, "RCPT TO:<x@b.example>", "S: 550");
      program.type("RCPT TO:<");
      assertThat(menu(tab(program, "carol@kolleg.de")))
          .startsWith(
              "anna@kolleg.de   in dieser Sitzung benutzt",
              "bob@kolleg.de    Konto des Übungsservers",
              "carol@kolleg.de  Konto des Übungsservers");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  private static String computer() throws IOException {
    String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    boolean usable = name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    return usable && !name.matches("[0-9.]*") ? name : "[127.0.0.1]";
  }

  @Test
  void addressesOfAnEarlierSessionAreKnown() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      said(program, "EHLO me", "S: 250 AUTH");
      said(program, "MAIL FROM:<anna@kolleg.de>", "S: 250 ok");
      said(program, "AUTH LOGIN", "S: 334");
      program.enter("secret@kolleg.de");
      program.awaitScreen("S: 250 ok", screen -> screen.text().split("S: 250 ok", -1).length > 2);
      program.key(Key.CTRL_D);
      program.awaitEnd();
    }
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      said(program, "EHLO me", "S: 250 AUTH");
      program.type("MAIL FROM:<");
      Screen screen = tab(program, "used in an earlier session");
      assertThat(menu(screen)).anyMatch(row -> row.startsWith("anna@kolleg.de "));
      assertThat(screen.text()).doesNotContain("secret@");
    }
  }

  @Test
  void aHeaderIsCompletedAndNothingBehindIt() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home, "--lang", "de")) {
      said(program, "EHLO me", "S: 250 AUTH");
      said(program, "MAIL FROM:<anna@kolleg.de>", "S: 250 ok");
      program.enter("RCPT TO:<bob@kolleg.de>");
      server.awaitReceived("bob@kolleg.de>\r\n");
      program.enter("DATA");
      Program.awaitPrompt(program, "S: 354");
      assertThat(menu(tab(program, "Message-ID:")).get(0)).startsWith("From: ").contains("wer");
      completed(program, "F", "From: ", "From: anna@kolleg.de");
      completed(program, "T", "To: ", "To: bob@kolleg.de");
      typed(program, "Da", "Date: ");
      program.key(Key.TAB);
      program.awaitScreen("+0000");
      program.key(Key.ENTER);
      program.type("Subject: Grüße");
      program.key(Key.TAB);
      awaitTyped(program, "Subject: =?UTF-8?B?R3LDvMOfZQ==?=");
      program.key(Key.ENTER);
      program.key(Key.ENTER);
      program.key(Key.TAB);
      typed(program, "D", "D");
      program.key(Key.ENTER);
      said(program, ".", "S: 250 ok");
      assertThat(server.received())
          .containsPattern(
              String.join(
                  "\r\n",
                  "From: anna@kolleg.de",
                  "To: bob@kolleg.de",
                  "Date: [A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} 20[0-9]{2} [0-9:]{8} \\+0000",
                  "Subject: =\\?UTF-8\\?B\\?R3LDvMOfZQ==\\?=",
                  "",
                  "D",
                  "\\.",
                  "$"));
    }
  }

  private static void completed(PtyProgram program, String start, String name, String line) {
    typed(program, start, name);
    program.key(Key.TAB);
    awaitTyped(program, line);
    program.key(Key.ENTER);
    Program.awaitPrompt(program, "C: " + line);
  }

  @Test
  void mailsOfTheMailboxComeWithTheirSizesAndWithoutDeletedOnes() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("+OK hi\r\n");
                  peer.expect("USER bob");
                  peer.send("+OK\r\n");
                  peer.expect("PASS x");
                  peer.send("+OK in\r\n");
                  peer.expect("LIST");
                  peer.send("+OK\r\n1 358\r\n2 1200\r\n3 7\r\n.\r\n");
                  peer.expect("DELE 1");
                  peer.send("+OK gone\r\n");
                });
        PtyProgram program = Program.at(server, home, "--lang", "de")) {
      Program.awaitPrompt(program, "S: +OK hi");
      said(program, "USER bob", "S: +OK");
      said(program, "PASS x", "S: +OK in");
      said(program, "LIST", "S: .");
      program.type("RETR ");
      assertThat(menu(tab(program, "7 Oktette")))
          .startsWith("1  358 Oktette", "2  1.200 Oktette", "3  7 Oktette");
      program.key(Key.CTRL_U);
      said(program, "DELE 1", "S: +OK gone");
      program.type("RETR ");
      assertThat(menu(tab(program, "7 Oktette"))).startsWith("2  1.200 Oktette", "3  7 Oktette");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 200})
  void theMenuFitsTheWindow(int columns) throws IOException {
    try (PtyProgram program = practice("en", columns, 30)) {
      Screen screen = tab(program, "BDAT");
      assertThat(menu(screen)).hasSizeGreaterThanOrEqualTo(14);
      assertThat(menu(screen).get(0)).startsWith("EHLO name");
      assertThat(screen.contains("MAIL FROM:<address>")).isTrue();
      program.type("Q");
      program.key(Key.TAB);
      awaitTyped(program, "QUIT");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void aLowWindowIsNeverAnsweredWithAQuestion() throws IOException {
    try (PtyProgram program = practice("en", 30, 9)) {
      assertThat(tab(program, "STARTTLS").text()).contains("EHLO", "… +");
      program.key(Key.CTRL_U);
      program.type("/");
      Screen screen = tab(program, "/help");
      assertThat(screen.text()).contains("… +").doesNotContain("do you wish");
      program.type("qui");
      program.key(Key.TAB);
      awaitTyped(program, "/quit");
    }
  }

  @Test
  void localCommandsAreExplainedInTheLanguageOfTheUser() throws IOException {
    try (PtyProgram program = practice("de", 100, 40)) {
      program.type("/");
      assertThat(menu(tab(program, "/status")))
          .anyMatch(row -> row.matches("/status +wie weit das Gespräch ist"));
      program.type("set ");
      assertThat(menu(tab(program, "hints")))
          .contains("hints       graue Hinweise hinter der Schreibmarke");
      program.key(Key.CTRL_U);
      typed(program, "/inbox b", "/inbox bob");
    }
  }
}
