package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.testing.RecordingServer;

/** Lines from a pipe, to a server that records every octet. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class PipedConversationTest {
  private RecordingServer server;

  @AfterEach
  void close() {
    server.close();
  }

  private Run pipe(String input, String... options) {
    return pipe(input.getBytes(StandardCharsets.UTF_8), options);
  }

  private Run pipe(byte[] input, String... options) {
    String[] arguments = Arrays.copyOf(options, options.length + 1);
    arguments[options.length] = "127.0.0.1:" + server.port();
    return Run.with(input, Map.of(), arguments);
  }

  private String sent() {
    return server.peer().awaitEnd();
  }

  @Test
  void eachLineWaitsForItsReply() throws IOException {
    server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 mx\r\n");
              peer.expect("EHLO me");
              assertThat(peer.received()).isEqualTo("EHLO me\r\n");
              peer.sendOneByOne("250-mx\r\n250 HELP\r\n");
              peer.expect("QUIT");
              peer.send("221 bye\r\n");
              peer.close();
            });
    Run run = pipe("EHLO me\nQUIT");
    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
        S: 220 mx
        C: EHLO me
        S: 250-mx
        S: 250 HELP
        C: QUIT
        S: 221 bye
        """,
                ""));
  }

  @Test
  void theEndOfTheInputSaysQuit() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    assertThat(pipe("NOOP\n").code()).isZero();
    assertThat(sent()).isEqualTo("NOOP\r\nQUIT\r\n");
  }

  @Test
  void anEmptyInputIsPolite() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    assertThat(pipe("").code()).isZero();
    assertThat(sent()).isEqualTo("QUIT\r\n");
  }

  @Test
  void crLfInTheInputIsOneLineEnd() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    assertThat(pipe("NOOP\r\nQUIT\r\n").code()).isZero();
    assertThat(sent()).isEqualTo("NOOP\r\nQUIT\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  NOOP  ",
        "/help",
        "//x",
        "/quit",
        "!!",
        "#x",
        "~",
        "R",
        "Q",
        "k",
        "\\",
        "\"'",
        "ü €",
        "\tx",
        "$HOME `id` %s",
        "@file",
        "\u001b[2J"
      })
  void everyLineGoesAsItIs(String line) throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    assertThat(pipe(line + "\n").code()).isZero();
    assertThat(sent()).isEqualTo(line + "\r\nQUIT\r\n");
  }

  @Test
  void messageTextGoesAsItIsToo() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    String text = "DATA\n\n /x\n..dot\n.R\n" + "x".repeat(6_000) + "\nQUIT\n.\n";
    Run run = pipe(text);
    assertThat(run.code()).isZero();
    assertThat(sent()).isEqualTo(text.replace("\n", "\r\n") + "QUIT\r\n");
  }

  @Test
  void octetsThatAreNoUtf8GoAsTheyAre() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    Run run = pipe(new byte[] {'N', (byte) 0xE4, '\n'});
    sent();
    assertThat(server.peer().receivedOctets()).startsWith('N', 0xE4, '\r', '\n');
    assertThat(run.lines()).contains("C: N\\xe4");
  }

  @Test
  void aRefusalEndsWithOneAndStopsNothing() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of("NOOP", "500 no\r\n"));
    Run run = pipe("NOOP\nRSET\nQUIT\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(sent()).isEqualTo("NOOP\r\nRSET\r\nQUIT\r\n");
  }

  @Test
  void aRefusedDataHoldsItsTextBack() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of("DATA", "554 no\r\n"));
    Run run = pipe("DATA\nSubject: x\n\nDATA\n.\nNOOP\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("held back");
    assertThat(sent()).isEqualTo("DATA\r\nNOOP\r\nQUIT\r\n");
  }

  @Test
  void anEndInsideTheTextSendsNoDot() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    Run run = pipe("DATA\nSubject: x\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("inside the message text");
    assertThat(sent()).isEqualTo("DATA\r\nSubject: x\r\n");
  }

  @Test
  void anEndInsideALoginCancelsIt() throws IOException {
    server =
        RecordingServer.smtpThatHangsUp(
            Map.of("AUTH", "334 VXNlcm5hbWU6\r\n", "*", "501 cancelled\r\n"));
    Run run = pipe("AUTH LOGIN\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(sent()).isEqualTo("AUTH LOGIN\r\n*\r\nQUIT\r\n");
  }

  @Test
  void aPasswordIsMaskedInTheTranscript() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of("AUTH", "235 ok\r\n"));
    Run run = pipe("AUTH PLAIN AGFubmEAZ2VoZWlt\n");
    assertThat(run.lines()).contains("C: AUTH PLAIN ••••••••");
    assertThat(run.out() + run.err()).doesNotContain("AGFubmEA");
    assertThat(sent()).startsWith("AUTH PLAIN AGFubmEAZ2VoZWlt\r\n");
  }

  @Test
  void aLostConnectionEndsWithFour() throws IOException {
    server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 mx\r\n");
              peer.expect("NOOP");
              peer.send("250-half");
              peer.close();
            });
    Run run = pipe("NOOP\nRSET\n");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.lines()).endsWith("C: NOOP", "S: 250-half");
    assertThat(run.err()).contains("without saying good-bye");
  }

  @Test
  void a421IsALossToo() throws IOException {
    server =
        RecordingServer.playing(
            peer -> {
              peer.send("421 busy\r\n");
              peer.close();
            });
    Run run = pipe("NOOP\n");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).isEqualTo("S: 421 busy\n");
  }

  @Test
  void aServerThatStaysSilentIsLeftAfterTheTimeout() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of("NOOP", ""));
    Run run = pipe("NOOP\nRSET\n", "--timeout", "300ms");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("No reply within");
    assertThat(sent()).isEqualTo("NOOP\r\n");
  }

  @Test
  void aMissingGreetingIsASilenceAsWell() throws IOException {
    server = RecordingServer.silent();
    assertThat(pipe("NOOP\n", "--timeout", "200ms").code()).isEqualTo(4);
    assertThat(sent()).isEmpty();
  }

  @Test
  void aLineThatIsNoneIsNotSentAndNothingBehindIt() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    Run run = pipe("NOOP\nA\rB\nRSET\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Line 2");
    assertThat(sent()).doesNotContain("A", "RSET");
  }

  @Test
  void linesBehindQuitAreNotSent() throws IOException {
    server = RecordingServer.smtpThatHangsUp(Map.of());
    Run run = pipe("QUIT\nNOOP\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Line 2 was not sent");
    assertThat(sent()).isEqualTo("QUIT\r\n");
    assertThat(pipe("QUIT\n\n").code()).isZero();
  }

  @Test
  void aReplyNobodyAskedForIsShownAndNotTakenForTheAnswer() throws IOException {
    server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 mx\r\n");
              peer.expect("NOOP");
              peer.send("050 chatter\r\n250 ok\r\n");
              peer.expect("QUIT");
              peer.send("221 bye\r\n");
              peer.close();
            });
    Run run = pipe("NOOP\nQUIT\n");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).containsSequence("C: NOOP", "S: 050 chatter", "S: 250 ok", "C: QUIT");
  }

  @Test
  void anUnknownProtocolIsSpokenUntilTheServerCloses() throws IOException {
    server =
        RecordingServer.playing(
            peer -> {
              peer.expect("GET / HTTP/1.0");
              peer.expect("");
              peer.send("HTTP/1.0 200 OK\n\nhello");
              peer.close();
            });
    Run run = Run.with("GET / HTTP/1.0\n\n", "raw://127.0.0.1:" + server.port());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("C: GET / HTTP/1.0\nC:\nS: HTTP/1.0 200 OK\nS: \nS: hello\n");
  }
}
