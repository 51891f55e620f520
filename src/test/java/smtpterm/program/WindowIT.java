package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** Windows of any size, and what is left above them. */
@EnabledOnOs(OS.LINUX)
class WindowIT {
  private static final String LONG = "NOOP " + "0123456789".repeat(20);

  /**
   * What only the status line says: {@code /status}, too, says "not encrypted", without the bar.
   */
  private static final String IN_THE_STATUS_LINE = "· not encrypted";

  private static final String TO_THE_LAST_ROW = "\u001b[9999;1H";

  @TempDir Path home;

  @Test
  void aNewSizeWhileTypingKeepsTheLine() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("NOOP 0123456789 0123456789 0123456789");
      Program.awaitTyped(program, "NOOP 0123456789 0123456789 0123456789");
      program.resize(30, 12);
      program.resize(100, 30);
      program.awaitScreen(
          "the status line in the last row", screen -> screen.line(-1).contains("not encrypted"));
      Program.awaitTyped(program, "NOOP 0123456789 0123456789 0123456789");
      program.enter(" end");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(server.received()).isEqualTo("NOOP 0123456789 0123456789 0123456789 end\r\n");
    }
  }

  @Test
  void aStormOfSizesWhileTheServerSpeaksHarmsNothing() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("EHLO", ""));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      server.awaitReceived("EHLO me\r\n");
      for (int i = 0; i < 60; i++) {
        program.resize(20 + (i * 7) % 90, 5 + (i * 5) % 30);
        server.send("250-line " + i + "\r\n");
      }
      program.resize(80, 24);
      server.send("250 done\r\n");
      Program.awaitPrompt(program, "S: 250 done");
      program.enter("NOOP");
      Program.awaitPrompt(program, "C: NOOP");
      program.awaitScreen("the status line", screen -> screen.line(-1).contains("not encrypted"));
      assertThat(program.unknownSequences()).isEmpty();
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
    }
  }

  @Test
  void inFortyColumnsALongLineIsTypedAndShownWhole() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(40, 15).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.type(LONG);
      program.awaitScreen(LONG);
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(program.screen().line(-1)).contains("127.0.0.1").hasSizeLessThanOrEqualTo(40);
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      List<String> transcript = program.screen().transcript();
      assertThat(transcript).contains("C: " + LONG, "S: 250 ok", "C: QUIT");
      assertThat(transcript).allMatch(WindowIT::belongsToATranscript);
    }
  }

  @Test
  void inATinyWindowThereIsNoStatusLineButEverythingElse() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(20, 4).start()) {
      Program.awaitPrompt(program, "C: ");
      program.enter("NOOP");
      program.enter(LONG);
      server.awaitReceived(LONG + "\r\n");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().transcript()).contains("C: NOOP", "C: " + LONG, "C: QUIT");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .doesNotContain("not encrypted");
    }
  }

  @Test
  void theScrollbackHoldsTheTranscriptAndNothingElse() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(80, 12).start()) {
      Program.awaitPrompt(program, "S: 220");
      for (int i = 0; i < 15; i++) {
        program.enter("NOOP " + i);
        program.type("VRF");
        Program.awaitTyped(program, "VRF");
        program.key(Key.CTRL_C);
        Program.awaitPrompt(program, "C: NOOP " + i);
      }
      program.enter("/status");
      program.awaitScreen(
          "the status line", screen -> screen.line(-1).contains(IN_THE_STATUS_LINE));
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      List<String> transcript = program.screen().transcript();
      assertThat(transcript).allMatch(WindowIT::belongsToATranscript);
      assertThat(transcript.stream().filter(line -> line.startsWith("C: ")))
          .containsExactlyElementsOf(
              Stream.concat(
                      IntStream.range(0, 15).mapToObj(i -> "C: NOOP " + i), Stream.of("C: QUIT"))
                  .toList());
      assertThat(transcript).contains("# /status", "# /quit");
      assertThat(program.screen().scrollback()).isNotEmpty();
    }
  }

  @Test
  void typingRedrawsNoStatusLineThatHasNotChanged() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      String line = "NOOP x";
      program.type(line);
      Program.awaitTyped(program, line);
      int before = program.rawOutput().length;
      for (int i = 0; i < 50; i++) {
        char key = (char) ('a' + i % 26);
        line += key;
        program.type(String.valueOf(key));
        Program.awaitTyped(program, line);
      }
      String drawn = new String(program.rawOutput(), StandardCharsets.ISO_8859_1).substring(before);
      assertThat(drawn).doesNotContain(TO_THE_LAST_ROW).doesNotContain("encrypted");
      assertThat(drawn.length()).as("octets for 50 keys: %s", drawn).isLessThan(50 * 40);
      program.enter("");
      Program.awaitPrompt(program, "S: 250 ok");
      String answered = new String(program.rawOutput(), StandardCharsets.ISO_8859_1);
      assertThat(answered.substring(before)).contains(TO_THE_LAST_ROW);
    }
  }

  @Test
  void whoWantsNoStatusLineHasNone() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.awaitScreen("the line", screen -> screen.line(-1).contains("not encrypted"));
      program.enter("/set status off");
      program.awaitScreen("no line", screen -> !screen.line(-1).contains("not encrypted"));
      program.enter("NOOP");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(program.screen().line(-1)).doesNotContain("not encrypted");
      program.enter("/set status on");
      program.awaitScreen("the line", screen -> screen.line(-1).contains("not encrypted"));
    }
  }

  private static boolean belongsToATranscript(String line) {
    return line.matches("(C:|S:|#) .*|C:| {3}.*|") && !line.contains(IN_THE_STATUS_LINE);
  }
}
