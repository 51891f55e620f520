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
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.testing.RecordingServer;

/** Ctrl-C, Ctrl-D and signals; and the terminal is given back as it was at every kind of end. */
@EnabledOnOs(OS.LINUX)
class SignalsIT {
  @TempDir Path home;

  @Test
  void ctrlCErasesTheLineAndOtherwiseTellsHowToLeave() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("RUBBISH");
      Program.awaitTyped(program, "RUBBISH");
      program.key(Key.CTRL_C);
      Program.awaitPrompt(program, "S: 220");
      program.key(Key.CTRL_C);
      Program.awaitPrompt(program, "# Ctrl-D or /quit leaves.");
      program.enter("NOOP");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(server.received()).isEqualTo("NOOP\r\n");
      assertThat(program.screen().transcript()).noneMatch(line -> line.contains("RUBBISH"));
    }
  }

  @Test
  void ctrlCWhileWaitingStopsWaiting() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("EHLO", ""));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      server.awaitReceived("EHLO me\r\n");
      program.key(Key.CTRL_C);
      program.enter("NOOP");
      server.awaitReceived("NOOP\r\n");
      server.send("250 late\r\n");
      program.awaitScreen("S: 250 late");
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
    }
  }

  @Test
  void inMessageTextTheSecondCtrlCClosesTheConnection() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("DATA");
      program.enter("text");
      Program.awaitPrompt(program, "C: text");
      program.type("more");
      Program.awaitTyped(program, "more");
      program.key(Key.CTRL_C);
      program.key(Key.CTRL_C);
      Program.awaitPrompt(program, "# The mail is not finished.");
      program.enter("another");
      Program.awaitPrompt(program, "C: another");
      program.key(Key.CTRL_C);
      program.awaitScreen("two remarks", screen -> count(screen, "not finished.") == 2);
      program.key(Key.CTRL_C);
      program.awaitScreen("thrown it away");
      assertThat(server.peer().awaitEnd()).isEqualTo("DATA\r\ntext\r\nanother\r\n");
      program.awaitScreen("> as the prompt", screen -> screen.cursorLine().startsWith("> "));
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
    }
  }

  private static long count(Screen screen, String text) {
    return screen.lines().stream().filter(line -> line.text().contains(text)).count();
  }

  @Test
  void ctrlDInMessageTextIsLikeCtrlC() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("DATA");
      Program.awaitPrompt(program, "S: 354");
      program.key(Key.CTRL_D);
      Program.awaitPrompt(program, "# The mail is not finished.");
      program.key(Key.CTRL_D);
      program.awaitScreen("thrown it away");
      assertThat(server.peer().awaitEnd()).isEqualTo("DATA\r\n");
    }
  }

  @Test
  void atAChallengeCtrlCOffersToCancelAndCtrlDCancelsAndLeaves() throws IOException {
    try (RecordingServer server =
            RecordingServer.smtp(Map.of("*", "501 cancelled\r\n", "QUIT", "221 bye\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334");
      program.key(Key.CTRL_C);
      Program.awaitTyped(program, "*");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 501 cancelled");
      program.enter("AUTH PLAIN");
      Program.awaitPrompt(program, "C: AUTH PLAIN");
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).isEqualTo("AUTH LOGIN\r\n*\r\nAUTH PLAIN\r\n*\r\nQUIT\r\n");
    }
  }

  @Test
  void leavingSaysQuitAndGivesTheTerminalBack() throws IOException {
    String before = modesOfAFreshTerminal();
    try (RecordingServer server = RecordingServer.smtp()) {
      try (PtyProgram program = Program.greeted(server, home)) {
        assertThat(modes(program)).isNotEqualTo(before);
        program.enter("/quit");
        assertThat(program.exitCode()).isZero();
        assertThat(modes(program)).isEqualTo(before);
        assertThat(program.screen().transcript()).contains("C: QUIT", "S: 221 bye");
        assertGivenBack(program);
      }
      try (PtyProgram program = Program.greeted(server, home)) {
        program.key(Key.CTRL_D);
        assertThat(program.exitCode()).isZero();
        assertThat(modes(program)).isEqualTo(before);
        assertThat(program.screen().transcript()).contains("C: QUIT", "S: 221 bye");
        assertGivenBack(program);
      }
      assertThat(server.peer(0).awaitEnd()).isEqualTo("QUIT\r\n");
      assertThat(server.peer(1).awaitEnd()).isEqualTo("QUIT\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM,143", "HUP,129", "INT,0"})
  void aSignalEndsTheProgramWithTheTerminalGivenBack(String signal, int code) throws IOException {
    String before = modesOfAFreshTerminal();
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("half a li");
      Program.awaitTyped(program, "half a li");
      program.signal(signal);
      if (signal.equals("INT")) {
        // That is Ctrl-C.
        Program.awaitPrompt(program, "S: 220");
        program.key(Key.CTRL_D);
      }
      assertThat(program.exitCode()).isEqualTo(code);
      assertThat(modes(program)).isEqualTo(before);
      assertGivenBack(program);
      assertThat(server.peer().awaitEnd()).isEqualTo("QUIT\r\n");
    }
  }

  @Test
  void aSignalWhileWaitingEndsTheProgramToo() throws IOException {
    String before = modesOfAFreshTerminal();
    try (RecordingServer server = RecordingServer.silent();
        PtyProgram program = Program.at(server, home)) {
      program.awaitScreen("# Connected to");
      program.signal("TERM");
      assertThat(program.exitCode()).isEqualTo(143);
      assertThat(modes(program)).isEqualTo(before);
    }
  }

  @Test
  void aClosedWindowEndsTheProgram() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.hangUp();
      program.awaitEnd();
      server.peer().awaitEnd();
    }
  }

  @Test
  void aRefusedFirstConnectionIsToldAndTheTerminalStays() throws IOException {
    String before = modesOfAFreshTerminal();
    int port;
    try (RecordingServer gone = RecordingServer.silent()) {
      port = gone.port();
    }
    try (PtyProgram program =
        PtyCommand.smtpterm(home, "127.0.0.1", Integer.toString(port)).start()) {
      program.awaitScreen("nobody listens on port " + port);
      program.awaitScreen("> as the prompt", screen -> screen.cursorLine().startsWith("> "));
      program.enter("/quit");
      assertThat(program.exitCode()).isEqualTo(4);
      assertThat(modes(program)).isEqualTo(before);
      assertThat(program.screen().transcript()).noneMatch(line -> line.contains("Exception"));
    }
  }

  private static String modesOfAFreshTerminal() throws IOException {
    try (PtyProgram nothing = PtyCommand.of("true").start()) {
      assertThat(nothing.exitCode()).isZero();
      return modes(nothing);
    }
  }

  /** But not the number of the line discipline, which the kernel only stores. */
  private static String modes(PtyProgram program) throws IOException {
    return program.modes().replaceAll("line = \\d+; ", "");
  }

  /** Cursor shown, no bracketed paste, no scrolling region, no colour left on. */
  private static void assertGivenBack(PtyProgram program) {
    Screen screen = program.screen();
    assertThat(screen.cursorVisible()).isTrue();
    assertThat(screen.column()).isZero();
    assertThat(screen.line(-1)).doesNotContain("not encrypted");
    assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
        .contains("\u001b[?2004l")
        .doesNotEndWith("\u001b[?2004h");
  }
}
