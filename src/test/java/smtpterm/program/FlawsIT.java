package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.pty.Style;
import smtpterm.pty.Style.Attribute;
import smtpterm.testing.RecordingServer;

/** What is probably wrong is seen before Enter, and sent all the same. */
@EnabledOnOs(OS.LINUX)
class FlawsIT {
  @TempDir Path home;

  /** The parts of the line being typed that are underlined. */
  private static List<String> underlined(Screen screen) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int column = 0; column < screen.cursorLine().length() + 1; column++) {
      boolean marked = screen.cell(screen.row(), column).style().has(Attribute.UNDERLINE);
      if (marked) {
        part.append(screen.cell(screen.row(), column).text());
      } else if (part.length() > 0) {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    return parts;
  }

  /** The style of this part of the line being typed. */
  private static Style style(Screen screen, String part) {
    return screen.cell(screen.row(), screen.cursorLine().indexOf(part)).style();
  }

  private static Screen awaitMarked(PtyProgram program, String typed, String... parts) {
    return program.awaitScreen(
        "underlined " + List.of(parts) + " in " + typed,
        screen ->
            screen.cursorLine().startsWith("C: " + typed)
                && underlined(screen).equals(List.of(parts)));
  }

  @ParameterizedTest
  @CsvSource({"en,the colon behind FROM is missing", "de,hinter FROM fehlt der Doppelpunkt"})
  void allFlawsAreUnderlinedAndTheFirstIsNamed(String language, String name) throws IOException {
    try (PtyProgram program = Program.practice(home, "--lang", language)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.type("MAIL FROM:<bob@kolleg.de> SIZE=2");
      Screen right = awaitMarked(program, "MAIL FROM:<bob@kolleg.de> SIZE=2");
      program.key(Key.CTRL_C);
      program.type("MAIL FROM <bob@x..de> SIZ=2 BODY=8BITMIME");
      Screen wrong =
          awaitMarked(program, "MAIL FROM <bob@x..de> SIZ=2 BODY=8BITMIME", "FROM", ".", "SIZ");
      assertThat(wrong.line(-1)).contains(name);
      assertThat(style(wrong, "MAIL")).isEqualTo(style(right, "MAIL"));
      assertThat(style(wrong, "bob@")).isEqualTo(style(right, "bob@k"));
      assertThat(style(wrong, "8BIT")).isEqualTo(style(right, "2"));
      assertThat(style(wrong, "8BIT")).isNotEqualTo(style(wrong, "BODY"));
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 501");
      assertThat(program.screen().transcript())
          .contains("C: MAIL FROM <bob@x..de> SIZ=2 BODY=8BITMIME");
    }
  }

  @Test
  void whatWorkSheetsSmuggleInIsMarkedAndSentAsItIs() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "S: 250");
      program.type("MAIL FROM:\u00a0<a@b>");
      awaitMarked(program, "MAIL FROM:\u00a0<a@b>", "\u00a0");
      program.key(Key.CTRL_C);
      program.type("MAIL FROM:<“a”@b>");
      awaitMarked(program, "MAIL FROM:<“a”@b>", "“", "”");
      for (String mark : List.of("C:", "S:", ">", "250", "$")) {
        program.key(Key.CTRL_C);
        program.type(mark + " NOOP");
        awaitMarked(program, mark + " NOOP", mark);
      }
      program.key(Key.CTRL_C);
      program.type("NO\u200bOP");
      awaitMarked(program, "NO", "O\u200b");
      program.key(Key.CTRL_C);
      program.type("QUITT");
      awaitMarked(program, "QUITT", "QUITT");
      program.key(Key.CTRL_C);
      program.enter("C: MAIL FROM:\u00a0<“a”@b>");
      server.awaitReceived("C: MAIL FROM:\u00a0<“a”@b>\r\n");
    }
  }

  @Test
  void whereNoStatusLineIsTheFlawStandsBehindTheLine() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(70, 8).start()) {
      program.awaitScreen("S: 220");
      program.awaitScreen("a prompt", Program.prompted());
      program.type("ELHO me");
      program.awaitScreen("C: ELHO me  ! unknown command \"ELHO\"");
      program.resize(70, 20);
      program.awaitScreen("a status line", s -> s.line(-1).contains("unknown command \"ELHO\""));
      program.awaitScreen("no flaw behind the line", s -> s.cursorLine().equals("C: ELHO me"));
      program.key(Key.CTRL_C);
      program.enter("/set status off");
      Program.awaitPrompt(program, "/set status off");
      program.type("ELHO me");
      program.awaitScreen("C: ELHO me  ! unknown command \"ELHO\"");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 250");
      assertThat(server.received()).isEqualTo("ELHO me\r\n");
      assertThat(program.screen().transcript()).contains("C: ELHO me");
    }
  }

  @Test
  void base64ShowsWhileItIsTyped() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.type("AUTH PLAIN AGFubmEAZ2VoZWlt");
      Screen right = awaitMarked(program, "AUTH PLAIN AGFubmEAZ2VoZWlt");
      assertThat(style(right, "AGFu")).isNotEqualTo(style(right, "PLAIN"));
      program.type("!");
      Screen wrong = awaitMarked(program, "AUTH PLAIN AGFubmEAZ2VoZWlt!", "!");
      assertThat(style(wrong, "AGFu")).isNotEqualTo(style(right, "AGFu"));
      program.key(Key.CTRL_C);
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334 ");
      program.type("YW5uYQ==");
      Screen answer = awaitMarked(program, "YW5uYQ==");
      assertThat(style(answer, "YW5u")).isEqualTo(style(right, "AGFu"));
      program.key(Key.CTRL_C);
      program.type("an?na");
      awaitMarked(program, "an?na", "?");
    }
  }

  @Test
  void aLocalCommandThatIsNoneIsSeen() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.type("/statu");
      Screen screen = awaitMarked(program, "/statu");
      program.type("x");
      Screen wrong = awaitMarked(program, "/statux", "/statux");
      assertThat(wrong.line(-1)).contains("there is no /statux here; /status perhaps");
      assertThat(screen.line(-1)).doesNotContain("there is no");
    }
  }
}
