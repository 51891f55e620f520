package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** Terminals that can do little: no escape sequences, no colours, no umlauts. */
@EnabledOnOs(OS.LINUX)
class DumbTerminalIT {
  private static final String MASK = "••••••••";

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"dumb", ""})
  void aTerminalThatOnlyPrintsGetsNoEscapeSequence(String term) throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "334 \r\n"));
        PtyProgram program = Program.command(server, home).env("TERM", term).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.type("NOOPx");
      program.key(Key.BACKSPACE);
      program.enter(" ü");
      Program.awaitPrompt(program, "S: 250 ok");
      program.type("rubbish");
      program.key(Key.CTRL_C);
      program.type("more");
      program.key(Key.CTRL_U);
      program.enter("AUTH PLAIN");
      Program.awaitPrompt(program, "S: 334");
      program.type("gehe");
      server.send("535 no\r\n");
      Program.awaitPrompt(program, "S: 535 no");
      program.enter("im");
      server.awaitReceived("geheim\r\n");
      program.enter("PASS geheim");
      server.awaitReceived("PASS geheim\r\n");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      assertThat(server.received())
          .isEqualTo("NOOP ü\r\nAUTH PLAIN\r\ngeheim\r\nPASS geheim\r\nQUIT\r\n");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .doesNotContain("\u001b", "gehe", "heim")
          .contains("C: NOOP", "S: 221 bye");
    }
  }

  @Test
  void f6WorksAndOtherKeysLeaveNothingBehind() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "334 VXNlcm5hbWU6\r\n"));
        PtyProgram program = Program.command(server, home).env("TERM", "dumb").start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334");
      program.type("anna");
      program.key(Key.UP);
      program.key(Key.DELETE);
      program.key(Key.F6);
      program.awaitScreen("C: YW5uYQ==");
      program.enter("");
      server.awaitReceived("YW5uYQ==\r\n");
    }
  }

  @Test
  void withoutColoursTheSignsSayEnough() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", "550 no\r\n"));
        PtyProgram program = Program.command(server, home).env("NO_COLOR", "1").start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("RCPT TO:<b@x>");
      Program.awaitPrompt(program, "   ✖ 550");
      assertNoColour(program);
    }
  }

  @Test
  void theCommandLineDecidesAboutColoursLast() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      try (PtyProgram program = Program.greeted(server, home, "--color", "never")) {
        assertNoColour(program);
      }
      try (PtyProgram program =
          Program.command(server, home, "--color", "always").env("NO_COLOR", "1").start()) {
        Program.awaitPrompt(program, "S: 220");
        assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
            .contains("\u001b[32m220");
      }
      Piped piped =
          Piped.run(home, "", "--color", "always", "127.0.0.1", Integer.toString(server.port()));
      assertThat(piped.out()).contains("\u001b[32m220\u001b[0m mx.test");
    }
  }

  private static void assertNoColour(PtyProgram program) {
    assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
        .doesNotContainPattern("\u001b\\[[0-9;]*[1-9][0-9;]*m");
  }

  @Test
  void withoutUnicodeSignsAndUmlautsAreWrittenInAscii() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", "550 nö\r\n"));
        PtyProgram program =
            Program.command(server, home, "--lang", "de").env("LANG", "C").start()) {
      Program.awaitPrompt(program, "   + 220 bereit: der Server begruesst dich.");
      program.enter("RCPT TO:<b@x>");
      Program.awaitPrompt(program, "   x 550");
      program.type("PASS geheim");
      Program.awaitTyped(program, "PASS ********");
      program.key(Key.ENTER);
      program.awaitScreen("C: PASS ********");
      assertThat(new String(program.rawOutput(), StandardCharsets.ISO_8859_1))
          .matches("[\\x00-\\x7f]*");
    }
  }

  @Test
  void theLocaleChoosesTheLanguage() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).env("LC_ALL", "de_DE.UTF-8").start()) {
      Program.awaitPrompt(program, "   ✔ 220 bereit: der Server begrüßt dich.");
      program.type("PASS geheim");
      Program.awaitTyped(program, "PASS " + MASK);
      program.key(Key.CTRL_C);
      program.enter("/lang en");
      Program.awaitPrompt(program, "From now on in English.");
      program.enter("NOOP");
      Program.awaitPrompt(program, "✔ 250 done: nothing, as asked.");
    }
  }
}
