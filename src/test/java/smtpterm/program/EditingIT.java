package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** The keys at the prompt: none of them changes what is sent but by what then stands there. */
@EnabledOnOs(OS.LINUX)
class EditingIT {
  @TempDir Path home;

  @Test
  void aKeySaysWhatTheLineMeansAndSendsNothing() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("RCPT TO:<bob@x>");
      program.key(Key.F2);
      program.awaitScreen("<bob@x>");
      program.awaitScreen("Not sent yet.");
      Program.awaitTyped(program, "RCPT TO:<bob@x>");
      assertThat(server.received()).isEmpty();
      assertThat(program.screen().transcript())
          .anyMatch(line -> line.startsWith("   <bob@x>") && line.contains("recipient"))
          .anyMatch(line -> line.startsWith("   ! "));
      program.key(Key.ENTER);
      server.awaitReceived("RCPT TO:<bob@x>\r\n");
    }
  }

  @Test
  void theKeyThatExplainsRepeatsNoSecret() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("AUTH PLAIN AGFubmEAZ2VoZWlt");
      program.key(Key.F2);
      program.awaitScreen("the first answer, sent along at once");
      program.key(Key.ENTER);
      server.awaitReceived("AUTH PLAIN AGFubmEAZ2VoZWlt\r\n");
      // The letters of the secret may be on the screen one by one while they are typed, no more.
      assertThat(program.screen().transcript()).noneMatch(line -> line.contains("AGFu"));
      assertThat(program.screen().transcript()).noneMatch(line -> line.contains("geheim"));
    }
  }

  @Test
  void theKeysOfViEditTheLineAndSendNothingByThemselves() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("/set keys vi");
      Program.awaitPrompt(program, "keys are those of vi");
      program.type("XNOOP (a) [b] {c");
      program.key(Key.ESCAPE);
      // At the beginning of the line: what follows would open a line or send a comment.
      program.type("0#oOJ");
      program.type("x");
      program.awaitScreen("C: NOOP (a) [b] {c");
      program.type("A}");
      program.awaitScreen("C: NOOP (a) [b] {c}");
      program.key(Key.ENTER);
      server.awaitReceived("NOOP (a) [b] {c}\r\n");
      Program.awaitPrompt(program, "C: NOOP (a)");
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).isEqualTo("NOOP (a) [b] {c}\r\nQUIT\r\n");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void searchingBackwardsFindsACommandOfBefore() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("VRFY anna");
      Program.awaitPrompt(program, "C: VRFY anna");
      program.enter("NOOP 1");
      Program.awaitPrompt(program, "C: NOOP 1");
      program.key(Key.CTRL_R);
      program.type("VRF");
      program.awaitScreen("searching earlier lines: VRF");
      program.awaitScreen("what was found", screen -> screen.cursorLine().contains("VRFY anna"));
      program.key(Key.CTRL_E);
      Program.awaitTyped(program, "VRFY anna");
      program.enter(" again");
      server.awaitReceived("VRFY anna again\r\n");
      Program.awaitPrompt(program, "C: VRFY anna again");
      assertThat(program.screen().transcript()).noneMatch(line -> line.contains("searching"));
    }
  }

  @Test
  void eachKindOfLineHasAHistoryOfItsOwn() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "334 VXNlcm5hbWU6\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("DATA");
      Program.awaitPrompt(program, "S: 354");
      program.enter("Subject: one");
      Program.awaitPrompt(program, "C: Subject: one");
      program.key(Key.UP);
      Program.awaitTyped(program, "Subject: one");
      program.key(Key.UP);
      Program.awaitTyped(program, "Subject: one");
      program.key(Key.CTRL_U);
      program.enter(".");
      Program.awaitPrompt(program, "C: .");
      program.key(Key.UP);
      Program.awaitTyped(program, "DATA");
      program.key(Key.CTRL_U);
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334");
      program.key(Key.UP);
      program.enter("*");
      server.awaitReceived("*\r\n");
      assertThat(server.received()).endsWith("AUTH LOGIN\r\n*\r\n");
    }
  }

  @Test
  void howManyPastedLinesWaitStandsInTheStatusLine() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("NOOP", ""));
        PtyProgram program = Program.greeted(server, home)) {
      program.paste("NOOP 1\nNOOP 2\nNOOP 3\nNOOP 4\n");
      program.awaitScreen(
          "three lines that wait", screen -> screen.line(-1).contains("3 more lines to send"));
      server.send("250 one\r\n");
      program.awaitScreen(
          "two lines that wait", screen -> screen.line(-1).contains("2 more lines to send"));
      server.send("250 two\r\n");
      program.awaitScreen(
          "one line that waits", screen -> screen.line(-1).contains("1 more line to send"));
      server.send("250 three\r\n");
      server.awaitReceived("NOOP 4\r\n");
      server.send("250 four\r\n");
      Program.awaitPrompt(program, "S: 250 four");
      program.awaitScreen(
          "nothing said about a paste", screen -> !screen.line(-1).contains("to send"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 80, 132, 200})
  void wideAndCombiningCharactersAreEditedAndSentWholeInAnyWidth(int columns) throws IOException {
    String line = "NOOP 漢字 e\u0301 Grüße 👍 Ж " + "0123456789 ".repeat(3) + "字";
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(columns, 20).start()) {
      Program.awaitPrompt(program, "");
      program.type(line + "字x");
      program.key(Key.BACKSPACE);
      program.key(Key.BACKSPACE);
      program.key(Key.HOME);
      program.type("!");
      program.key(Key.BACKSPACE);
      program.key(Key.END);
      program.key(Key.ENTER);
      server.awaitReceived(line + "\r\n");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(server.received()).isEqualTo(line + "\r\n");
      assertThat(program.unknownSequences()).isEmpty();
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      // A wide character that does not fit into the last column leaves it empty.
      assertThat(program.screen().transcript().stream().map(row -> row.replaceAll(" +", " ")))
          .contains("C: " + line, "C: QUIT");
    }
  }
}
