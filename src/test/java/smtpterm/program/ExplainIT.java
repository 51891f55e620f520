package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.testing.RecordingServer;

/** What a person reads about replies, mistakes and the message, on the screen. */
@EnabledOnOs(OS.LINUX)
class ExplainIT {
  private static final String UNKNOWN = "550 5.1.1 No such user\r\n";

  @TempDir Path home;

  /** All rows from the last one with this text on, so that nothing older is found again. */
  private static List<String> since(Screen screen, String text) {
    List<String> all = screen.transcript();
    int last = all.size();
    for (int i = 0; i < all.size(); i++) {
      last = all.get(i).contains(text) ? i : last;
    }
    return all.subList(last, all.size());
  }

  /** Waits until the last command was answered with this, and returns all of the answer. */
  private static String answer(PtyProgram program, String command, String text) {
    Screen seen =
        program.awaitScreen(
            "\"" + text + "\" behind \"" + command + "\", and a prompt",
            Program.prompted()
                .and(s -> since(s, command).stream().anyMatch(line -> line.contains(text))));
    return String.join("\n", since(seen, command));
  }

  @Test
  void aRefusalCanBeAskedAboutAndTheLevelChanged() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", UNKNOWN));
        PtyProgram program = Program.command(server, home).size(100, 40).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("RCPT TO:<bob@kolleg.de>");
      Program.awaitPrompt(program, "✖ 550");
      program.enter("/why");
      assertThat(answer(program, "# /why", "RFC 3463"))
          .containsSubsequence("5..  ", "Usual cause  ", "What to do  ", "Source  ", "RFC 5321")
          .containsSubsequence("5.1.1 (enhanced status code)", ".1.  ", "Usual cause  ");
      program.enter("/why AUTH");
      assertThat(answer(program, "# /why AUTH", "RFC 4954")).contains("AUTH (command)");
      program.enter("/help RCPT");
      assertThat(answer(program, "# /help RCPT", "RFC 5321"))
          .contains("RCPT (command)", "names a recipient", "RCPT TO:<address>");
      program.enter("/base64 --anatomy anna");
      assertThat(answer(program, "# /base64", "== stands for"))
          .contains("anna → YW5uYQ==", "011000|01 0110");
    }
  }

  @Test
  void theLevelDecidesHowMuchIsSaidAboutARefusal() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", UNKNOWN));
        PtyProgram program = Program.command(server, home).size(100, 40).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("/explain full");
      program.enter("RCPT TO:<full@kolleg.de>");
      assertThat(answer(program, "C: RCPT TO:<full", "What to do"))
          .containsSubsequence("S: 550", "✖ 550", "Usual cause", "What to do");
      program.enter("/explain short");
      program.enter("RCPT TO:<short@kolleg.de>");
      assertThat(answer(program, "C: RCPT TO:<short", "   → ").lines())
          .filteredOn(line -> line.startsWith("   "))
          .satisfiesExactly(
              line -> assertThat(line).startsWith("   ✖ 550 "),
              line -> assertThat(line).startsWith("   → "));
      program.enter("/explain off");
      program.enter("RCPT TO:<off@kolleg.de>");
      program.enter("NOOP");
      assertThat(answer(program, "C: RCPT TO:<off", "S: 250 ok").lines())
          .startsWith(
              "C: RCPT TO:<off@kolleg.de>", "S: 550 5.1.1 No such user", "C: NOOP", "S: 250 ok")
          .noneMatch(line -> line.startsWith("   "));
    }
  }

  @Test
  void aMistakeIsNamedBeforeEnterAndAfterTheRefusal() throws IOException {
    Map<String, String> refusals =
        Map.of(
            "MIAL", "500 5.5.2 unrecognized\r\n",
            "EHLO\u00a0ME", "500 what\r\n",
            "C:", "500 what\r\n");
    try (RecordingServer server = RecordingServer.smtp(refusals);
        PtyProgram program = Program.command(server, home, "--lang", "de").size(100, 40).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.type("MIAL FROM:<a@b>");
      program.awaitScreen(
          "status line", s -> s.line(-1).contains("unbekannter Befehl „MIAL“; meinst du MAIL?"));
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "unbekannter Befehl „MIAL“. Meinst du MAIL?");
      assertThat(answer(program, "C: MIAL", "MAIL?"))
          .containsSubsequence("S: 500 5.5.2 unrecognized", "✖ 500");
      program.type("EHLO\u00a0me");
      program.awaitScreen(
          "status line", s -> s.line(-1).contains("Zeichen 5 ist ein besonderes Leerzeichen"));
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "nicht verstanden: Zeichen 5 ist ein besonderes Leerzeichen");
      program.paste("C: EHLO me");
      program.awaitScreen("status line", s -> s.line(-1).contains("„C:“ ist mitkopiert"));
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "nicht verstanden: „C:“ ist mitkopiert");
      assertThat(server.received()).isEqualTo("MIAL FROM:<a@b>\r\nEHLO\u00a0me\r\nC: EHLO me\r\n");
    }
  }

  @Test
  void theMessageIsRemarkedOnOnceAndCalmly() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(100, 50).start()) {
      Program.awaitPrompt(program, "S: 220");
      mail(program, "Hello Bob", "how are you?", "and again", ".");
      assertThat(answer(program, "C: Hello Bob", "S: 250 ok").lines())
          .filteredOn(line -> line.contains("A mail begins with header lines"))
          .hasSize(1);
      mail(program, "Subject: x", "", "text", ".");
      program.awaitScreen("The header ends here, without From and Date.");
      mail(program, "From: eve@evil.example", "Date: Mon, 5 Jan 2026 10:00:00 +0000", "", ".");
      program.awaitScreen("Envelope: anna@kolleg.de, From: eve@evil.example.");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().transcript())
          .filteredOn(line -> line.contains("The header ends here, without From"))
          .hasSize(1);
      assertThat(server.received())
          .contains("DATA\r\nHello Bob\r\nhow are you?\r\nand again\r\n.\r\n");
    }
  }

  private static void mail(PtyProgram program, String... lines) {
    program.enter("MAIL FROM:<anna@kolleg.de>");
    program.enter("RCPT TO:<bob@kolleg.de>");
    program.enter("DATA");
    for (String line : lines) {
      program.enter(line);
    }
  }
}
