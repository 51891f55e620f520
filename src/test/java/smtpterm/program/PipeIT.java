package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.testing.RecordingServer;

/** Piped input: line by line, nothing is local, and the output is the transcript. */
@EnabledOnOs(OS.LINUX)
class PipeIT {
  @TempDir Path home;

  private Piped talk(RecordingServer server, String input, String... options) throws IOException {
    return Piped.run(home, input, arguments(server, options));
  }

  private static String[] arguments(RecordingServer server, String... options) {
    String[] all = Arrays.copyOf(options, options.length + 2);
    all[options.length] = "127.0.0.1";
    all[options.length + 1] = Integer.toString(server.port());
    return all;
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Piped run = talk(server, "EHLO me\nQUIT");
      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.lines())
          .containsExactly(
              "S: 220 mx.test ESMTP",
              "C: EHLO me",
              "S: 250-mx.test greets you",
              "S: 250-SIZE 1000000",
              "S: 250 AUTH LOGIN PLAIN",
              "C: QUIT",
              "S: 221 bye");
      assertThat(server.received()).isEqualTo("EHLO me\r\nQUIT\r\n");
    }
  }

  @Test
  void everyLineIsSentAsItIs() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      String commands = Lines.wire(Lines.TEXT);
      String text = Lines.wire(Lines.TEXT);
      String all = commands + "DATA\r\n" + text + ".\r\n";
      Piped run = talk(server, all.replace("\r\n", "\n"));
      assertThat(run.exitCode()).isZero();
      assertThat(server.received()).isEqualTo(all + "QUIT\r\n");
    }
  }

  @Test
  void octetsThatAreNoUtf8ArriveUnchangedAndAreShownAsEscapes() throws IOException {
    byte[] latin = "NOOP M\u00fcller\r\n".getBytes(StandardCharsets.ISO_8859_1);
    try (RecordingServer server = RecordingServer.smtp()) {
      Piped run = Piped.run(home, latin, "C", arguments(server));
      assertThat(run.exitCode()).isZero();
      assertThat(server.peer().receivedOctets()).startsWith(latin);
      assertThat(run.out()).contains("C: NOOP M\\xfcller\n");
    }
  }

  @Test
  void aRefusalMakesTheExitCodeOneButDoesNotStopIt() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", "550 no\r\n"))) {
      Piped run = talk(server, "MAIL FROM:<a@x>\nRCPT TO:<b@x>\nNOOP\n");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(server.received()).endsWith("NOOP\r\nQUIT\r\n");
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void aRefusedDataHoldsTheTextBackUpToItsDot() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("DATA", "554 no\r\n"))) {
      Piped run = talk(server, "DATA\nSubject: x\nQUIT\n.\nNOOP\n");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(server.received()).isEqualTo("DATA\r\nNOOP\r\nQUIT\r\n");
      assertThat(run.err().lines()).hasSize(1);
    }
  }

  @Test
  void anEndInsideTheMessageTextSendsNoDot() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Piped run = talk(server, "DATA\nSubject: x\n\ntext", "--lang", "de");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(server.peer().awaitEnd()).isEqualTo("DATA\r\nSubject: x\r\n\r\ntext\r\n");
      assertThat(run.err()).contains("mitten im Nachrichtentext").hasLineCount(1);
    }
  }

  @Test
  void anEndInsideALoginCancelsIt() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("*", "501 cancelled\r\n"))) {
      Piped run = talk(server, "AUTH LOGIN\n");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(server.received()).isEqualTo("AUTH LOGIN\r\n*\r\nQUIT\r\n");
    }
  }

  @Test
  void secretsAreMaskedInTheTranscriptAndSentAsTheyAre() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("Z2VOZWLT", "235 ok\r\n"))) {
      Piped run = talk(server, "AUTH PLAIN\nZ2VoZWlt\nPASS geheim\n");
      assertThat(server.received()).isEqualTo("AUTH PLAIN\r\nZ2VoZWlt\r\nPASS geheim\r\nQUIT\r\n");
      assertThat(run.out())
          .contains("C: ••••••••\n", "C: PASS ••••••••\n")
          .doesNotContain("geheim", "Z2Vo");
    }
  }

  @Test
  void aRefusedConnectionIsOneSentence() throws IOException {
    int port;
    try (RecordingServer gone = RecordingServer.silent()) {
      port = gone.port();
    }
    Piped run = Piped.run(home, "QUIT\n", "127.0.0.1:" + port);
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "smtpterm: 127.0.0.1 answers, but nobody listens on port "
                + port
                + ". Is the server running, is the port right?\n");
  }

  @Test
  void aSilentServerIsLeftAfterTheTimeLimit() throws IOException {
    try (RecordingServer server = RecordingServer.silent()) {
      Piped run = talk(server, "QUIT\n", "--timeout", "500ms");
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.err()).isEqualTo("smtpterm: No reply within 500 ms; hung up.\n");
      assertThat(server.peer().awaitEnd()).isEmpty();
    }
  }

  @Test
  void aServerThatClosesInsideAReplyIsALoss() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("EHLO me");
              peer.send("250-one\r\n250-tw");
              peer.close();
            })) {
      Piped run = talk(server, "EHLO me\nNOOP\n");
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out()).contains("S: 250-one\nS: 250-tw\n");
      assertThat(run.err()).isNotEmpty().doesNotContain("Exception");
    }
  }

  @Test
  void aResetIsALoss() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("EHLO me");
              peer.reset();
            })) {
      Piped run = talk(server, "EHLO me\nNOOP\n");
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.err()).contains("reset").doesNotContain("Exception");
    }
  }

  @Test
  void aServerThatRefusesAtTheDoorStillHearsEveryLine() throws IOException {
    try (RecordingServer server =
        RecordingServer.answering("554 go away\r\n", line -> "503 no\r\n")) {
      Piped run = talk(server, "EHLO me\n");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(server.received()).isEqualTo("EHLO me\r\nQUIT\r\n");
    }
  }

  @Test
  void aGoodByeBeforeTheEndIsALoss() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("NOOP 1");
              peer.send("421 bye\r\n");
              peer.close();
            })) {
      Piped run = talk(server, "NOOP 1\nNOOP 2\n");
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out()).endsWith("C: NOOP 1\nS: 421 bye\n");
      assertThat(server.received()).isEqualTo("NOOP 1\r\n");
    }
  }

  @Test
  void whenNobodyReadsTheOutputItEnds() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("NOOP 1");
              peer.awaitRelease();
              peer.send("250 ok\r\n");
            })) {
      Process process = Piped.start(home, arguments(server));
      process.getOutputStream().write("NOOP 1\nNOOP 2\nNOOP 3\n".getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      server.awaitReceived("NOOP 1\r\n");
      process.getInputStream().close();
      server.release();
      Piped.exitCode(process);
      assertThat(server.peer().awaitEnd()).isEqualTo("NOOP 1\r\n");
    }
  }

  @Test
  void explanationsComeWhenAskedForInBothLanguages() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Piped english = talk(server, "NOOP\n", "--explain", "short");
      assertThat(english.lines())
          .containsSubsequence(
              "C: NOOP", "S: 250 ok", "   ✔ 250 done: nothing, as asked. The connection works.");
      Piped german =
          Piped.run(
              home,
              "NOOP\n".getBytes(StandardCharsets.UTF_8),
              "de_DE.UTF-8",
              arguments(server, "--explain", "short"));
      assertThat(german.out()).contains("S: 220 mx.test ESMTP\n   ✔ 220 bereit: der Server");
      assertThat(german.out()).doesNotContain("\u001b");
    }
  }

  @Test
  void repliesMayComeInAnyPieces() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.sendOneByOne("220-hi\r\n220 there\r\n");
              peer.expect("EHLO me");
              peer.send("250-one\r");
              peer.send("\n250");
              peer.send("-two\r\n250 three\r\n");
              peer.expect("NOOP");
              peer.sendOneByOne("250 ü\n");
              peer.expect("QUIT");
              peer.send("221 bye\r\n");
              peer.endOutput();
            })) {
      Piped run = talk(server, "EHLO me\nNOOP\nQUIT\n");
      assertThat(run.exitCode()).isZero();
      assertThat(run.lines())
          .containsExactly(
              "S: 220-hi",
              "S: 220 there",
              "C: EHLO me",
              "S: 250-one",
              "S: 250-two",
              "S: 250 three",
              "C: NOOP",
              "S: 250 ü",
              "C: QUIT",
              "S: 221 bye");
    }
  }
}
