package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.testing.RecordingServer;

/** A server that is slow, speaks unasked, or goes: what is being typed stays. */
@EnabledOnOs(OS.LINUX)
class WaitingIT {
  @TempDir Path home;

  @Test
  void anUnaskedGoodByeAppearsAboveTheLineBeingTyped() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("MAIL FROM:<an");
      Program.awaitTyped(program, "MAIL FROM:<an");
      server.send("421 4.3.2 shutting down\r\n");
      server.peer().close();
      program.awaitScreen("/connect connects again");
      program.awaitScreen(
          "the line behind the other prompt",
          screen ->
              screen.cursorLine().startsWith("> MAIL FROM:<an")
                  && screen.column() == "> MAIL FROM:<an".length());
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "S: 421 4.3.2 shutting down",
              "# The server closed the connection: 421 means it had to stop.",
              "# Closed. /connect connects again, /quit leaves.");
      program.enter("na@x>");
      program.awaitScreen("nothing was sent");
      program.enter("/connect");
      program.awaitScreen("greeted once more", screen -> count(screen, "S: 220") == 2);
      program.enter("NOOP");
      server.peer(1).awaitReceived("NOOP\r\n");
      assertThat(server.received()).isEmpty();
    }
  }

  private static long count(Screen screen, String text) {
    return screen.transcript().stream().filter(line -> line.contains(text)).count();
  }

  @Test
  void aServerThatHangsUpIsNoticedWhileALineIsTyped() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("NOOP");
      Program.awaitTyped(program, "NOOP");
      server.peer().close();
      program.awaitScreen("# The server closed the connection without saying good-bye.");
      program.awaitScreen("> NOOP");
    }
  }

  @Test
  void aResetIsNamed() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      server.peer().reset();
      program.awaitScreen("# The connection was reset");
    }
  }

  @Test
  void anUnaskedReplyGoesAboveAndTheNextOneStillAnswers() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("NO");
      Program.awaitTyped(program, "NO");
      server.send("250 by the way\r\n");
      program.awaitScreen("S: 250 by the way");
      Program.awaitTyped(program, "NO");
      program.enter("OP");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(program.screen().transcript())
          .containsSubsequence("S: 250 by the way", "C: NOOP", "S: 250 ok");
    }
  }

  @Test
  void thePromptComesBackWhileTheServerIsSilentAndTheReplyGoesAbove() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("EHLO", ""));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      Program.awaitWaiting(program);
      program.awaitScreen("a prompt", Program.prompted());
      program.type("NOO");
      Program.awaitTyped(program, "NOO");
      server.send("250 late\r\n");
      program.awaitScreen("S: 250 late");
      Program.awaitTyped(program, "NOO");
      program.enter("P");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(server.received()).isEqualTo("EHLO me\r\nNOOP\r\n");
    }
  }

  @Test
  void ctrlCPutsALineTypedAheadBackIntoTheLine() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("EHLO", ""));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      server.awaitReceived("EHLO me\r\n");
      program.enter("NOOP ahead");
      Program.awaitWaiting(program);
      program.awaitScreen("no prompt", screen -> !screen.cursorLine().startsWith("C:"));
      program.key(Key.CTRL_C);
      Program.awaitTyped(program, "NOOP ahead");
      assertThat(server.received()).isEqualTo("EHLO me\r\n");
    }
  }

  @Test
  void aTimeLimitIsToldOnceAndTheTerminalStays() throws IOException {
    try (RecordingServer server = RecordingServer.silent();
        PtyProgram program = Program.at(server, home, "--timeout", "1s")) {
      program.awaitScreen("# No reply for ");
      program.awaitScreen("a prompt", Program.prompted());
      program.enter("/disconnect");
      program.awaitScreen("# You closed the connection.");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
    }
  }
}
