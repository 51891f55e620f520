package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** {@code /help} and F1 in a terminal. */
@EnabledOnOs(OS.LINUX)
class HelpIT {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "en, The server should understand this now:, /help keys",
    "de, Das sollte der Server jetzt verstehen:, /help tasten"
  })
  void theWholePageIsOnOneScreen(String language, String first, String last) throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program =
            Program.command(server, home, "--lang", language).size(80, 26).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("/help");
      Program.awaitPrompt(program, last);
      assertThat(program.screen().contains("# /help")).isTrue();
      assertThat(program.screen().contains(first)).isTrue();
    }
  }

  @Test
  void everyKindOfWordHasItsPage() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(100, 50).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("/help MAIL");
      Program.awaitPrompt(program, "C: MAIL FROM:<anna@kolleg.de> SIZE=1200");
      program.enter("/help /send");
      Program.awaitPrompt(program, "For example: /send letter.txt");
      program.enter("/help f6");
      Program.awaitPrompt(program, "anna becomes YW5uYQ==");
      program.enter("/help keys");
      Program.awaitPrompt(program, "says QUIT and leaves");
      program.enter("/help local");
      Program.awaitPrompt(program, "Session files:");
      program.enter("/help protocol");
      Program.awaitPrompt(program, "Rare or obsolete:");
      program.enter("/help STARTLS");
      Program.awaitPrompt(program, "Near to it: STARTTLS");
      program.enter("/help sned");
      Program.awaitPrompt(program, "/send");
      program.enter("/help /sned");
      Program.awaitPrompt(program, "There is nothing about \"/sned\". Near to it: /send");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void f1TellsAboutTheWordAtTheCursorAndKeepsTheLine() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("MAIL FROM:<anna@kolleg.de> SIZE=1000");
      program.key(Key.F1);
      program.awaitScreen("SIZE=n (parameter of MAIL or RCPT)");
      Program.awaitTyped(program, "MAIL FROM:<anna@kolleg.de> SIZE=1000");
      program.key(Key.CTRL_A);
      program.key(Key.F1);
      program.awaitScreen("MAIL FROM:<address> [SIZE=n]");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void tabCompletesTheGroups() throws IOException {
    try (PtyProgram program = Program.practice(home, "--lang", "de")) {
      program.type("/help tas");
      program.key(Key.TAB);
      Program.awaitTyped(program, "/help tasten");
    }
  }
}
