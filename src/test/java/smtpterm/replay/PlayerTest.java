package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smtpterm.script.Plan;
import smtpterm.testing.RecordingServer;

/** What a line of the client is, and when it is sent. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class PlayerTest {
  private static final String[] MAIL = {
    "# Carol tells Bob.",
    "S: 220",
    "C: EHLO me",
    "S: 250-",
    "S: 250 /AUTH .*LOGIN/ AUTH LOGIN",
    "C: MAIL FROM:<a@b>",
    "S: 250",
    "C: RCPT TO:<c@d>",
    "S: 250|251",
    "C: DATA",
    "S: 354",
    "C: Subject: Party",
    "C:",
    "C: ..",
    "C: .",
    "S: 250",
    "C: QUIT",
    "S: 221",
    "@closed"
  };

  @Test
  void aWholeMailIsSentAsItIsWritten() throws IOException {
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of())) {
      Run run = new Run().at(server);
      Outcome outcome = run.play(MAIL);
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(outcome.passed()).isTrue();
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.sent()).isEqualTo(9);
      assertThat(outcome.unsent()).isZero();
      assertThat(sent(server))
          .isEqualTo("EHLO me|MAIL FROM:<a@b>|RCPT TO:<c@d>|DATA|Subject: Party||..|.|QUIT|");
      assertThat(run.watcher.told).startsWith("note Carol tells Bob.", "connecting");
      assertThat(run.watcher.told).endsWith("before QUIT", "replied 17");
    }
  }

  private static String sent(RecordingServer server) {
    return server.received().replace("\r\n", "|");
  }

  @Test
  void settingsBetweenACommandAndItsReplyTakeEffectThere() throws IOException {
    try (RecordingServer server =
        RecordingServer.answering(
            "220 hi\r\n", line -> line.equals("VRFY me") ? "" : "250 " + line + "\r\n")) {
      Run run = new Run().at(server);
      Outcome outcome =
          run.play(
              "@set word old",
              "C: NOOP ${word}",
              "@set word NOOP old",
              "# just said",
              "S: 250 = ${word}",
              "C: VRFY me",
              "@timeout 100ms",
              "S: 252");
      assertThat(Run.failures(outcome)).containsExactly("6 TIMEOUT [100 ms]");
      assertThat(sent(server)).isEqualTo("NOOP old|VRFY me|");
    }
  }

  @Test
  void eachCommandWaitsForTheReplyToTheOneBefore() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("EHLO me");
              peer.send("250-");
              peer.awaitRelease();
              peer.send("first\r\n250 second\r\n");
              peer.expect("NOOP");
              peer.send("250 ok\r\n");
            })) {
      Watcher watcher =
          new Watcher() {
            @Override
            public void before(Plan.Act act, String asSent, int secretFrom) {
              if (asSent.equals("NOOP")) {
                told.add("received " + sent(server));
              } else {
                server.release();
              }
            }
          };
      Outcome outcome = new Run(watcher).at(server).play("C: EHLO me", "S: 250", "C: NOOP");
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(watcher.told).contains("received EHLO me|");
    }
  }

  @Test
  void textBehindARefusedDataIsHeldBackUpToItsDot() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("DATA", "554 no\r\n"))) {
      Run run = new Run().at(server).goingOn();
      Outcome outcome =
          run.play(
              "C: DATA",
              "S: 354",
              "C: Subject: x",
              "# a note inside",
              "C:",
              "C: NOOP",
              "C: .",
              "S: 250",
              "C: QUIT",
              "S: 221");
      assertThat(Run.failures(outcome)).containsExactly("2 WRONG_CODE [354, 554]");
      assertThat(sent(server)).isEqualTo("DATA|QUIT|");
      assertThat(run.watcher.told).contains("remark TEXT_HELD_BACK [4]");
    }
  }

  @Test
  void aFileThatExpectsTheRefusalGoesOnWithCommands() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("DATA", "554 no\r\n"))) {
      Outcome outcome =
          new Run().at(server).play("C: DATA", "S: 554", "C: RSET", "S: 250", "C: QUIT", "S: 221");
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(sent(server)).isEqualTo("DATA|RSET|QUIT|");
    }
  }

  @Test
  void commandsAreNeverSentAsTextWhereARefusalWasExpected() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Run run = new Run().at(server).goingOn();
      Outcome outcome =
          run.play("C: DATA", "S: 503", "C: PASS secret", "S: 250", "C: QUIT", "S: 221");
      assertThat(Run.failures(outcome))
          .containsExactly("2 WRONG_CODE [503, 354]", "3 TEXT_INVITED []");
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.unsent()).isEqualTo(2);
      assertThat(server.peer().awaitEnd()).isEqualTo("DATA\r\n");
    }
  }

  @Test
  void answersAreNeverSentAsCommands() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "504 no\r\n"))) {
      Run run = new Run().at(server).goingOn();
      Outcome outcome =
          run.play(
              "C: AUTH LOGIN",
              "S: 334",
              "C: YW5uYQ==",
              "S: 334",
              "C: Z2VoZWlt",
              "S: 235",
              "C: NOOP",
              "S: 250");
      assertThat(Run.failures(outcome))
          .containsExactly("2 WRONG_CODE [334, 504]", "3 NOT_ASKED []");
      assertThat(sent(server)).isEqualTo("AUTH LOGIN|NOOP|");
      assertThat(run.watcher.told).contains("remark ANSWERS_HELD_BACK [2]");
    }
  }

  @Test
  void aMereListOfLinesSendsNoAnswersAsCommandsEither() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "504 no\r\n"))) {
      Run run = new Run().at(server).goingOn();
      run.play("C: AUTH LOGIN", "C: YW5uYQ==", "C: Z2VoZWlt", "C: NOOP", "C: YW5uYQ==");
      assertThat(sent(server)).isEqualTo("AUTH LOGIN|NOOP|YW5uYQ==|");
    }
  }

  @Test
  void aMereListOfLinesSaysItsAnswersAndItsText() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("YW5UYQ==", "235 ok\r\n"))) {
      Outcome outcome =
          new Run()
              .at(server)
              .play("C: AUTH LOGIN", "C: YW5uYQ==", "C: DATA", "C: NOOP", "C: .", "C: QUIT");
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(sent(server)).isEqualTo("AUTH LOGIN|YW5uYQ==|DATA|NOOP|.|QUIT|");
    }
  }

  @Test
  void allCommandsFirstAndThenAllRepliesSpeakOfTheLastOnes() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", "550 no\r\n"))) {
      Outcome outcome =
          new Run()
              .at(server)
              .play("C: NOOP", "C: MAIL FROM:<>", "C: RCPT TO:<x@y>", "S: 250", "S: 550");
      assertThat(Run.failures(outcome)).isEmpty();
    }
  }

  @Test
  void withPipeliningCommandsInARowAreOneWriteAndOthersAreNot() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.awaitReceived("DATA\r\n");
              peer.send("250 1\r\n250 2\r\n250 3\r\n354 go\r\n");
              peer.awaitReceived("\r\n.\r\n");
              peer.send("250 done\r\n");
              peer.awaitReceived("NOOP\r\n");
              peer.send("250 4\r\n");
            })) {
      Run run = new Run().at(server);
      Outcome outcome =
          run.play(
              "@pipelining on",
              "C: MAIL FROM:<>",
              "C: RCPT TO:<x@y>",
              "# both of them",
              "C: RCPT TO:<z@y>",
              "C: DATA",
              "S: 250 = 1",
              "S: 250 = 2",
              "S: 250 = 3",
              "S: 354",
              "C: x",
              "C: .",
              "S: 250",
              "@pipelining off",
              "C: NOOP",
              "S: 250");
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(run.watcher.told)
          .containsSubsequence("before DATA", "replied 2", "replied 3", "replied 5", "replied 6");
    }
  }

  @Test
  void aGroupWaitsForTheRepliesThatFillItsNextLine() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("MAIL", "250 queued as 77\r\n"))) {
      Outcome outcome =
          new Run()
              .at(server)
              .play(
                  "@pipelining on",
                  "C: MAIL FROM:<>",
                  "S: 250 /as (?<id>\\d+)/",
                  "C: RCPT TO:<${id}@y>",
                  "C: NOOP");
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(sent(server)).contains("RCPT TO:<77@y>");
    }
  }

  @Test
  void aChunkIsSentAsItIsAndItsReplyBelongsToItsEnd() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("BDAT 11 LAST");
              peer.expect(".");
              peer.expect("EHLO x");
              peer.send("250 11 octets\r\n");
              peer.expect("QUIT");
              peer.send("221 bye\r\n");
              peer.close();
            })) {
      Run run = new Run().at(server);
      Outcome outcome =
          run.play("C: BDAT 11 LAST", "C: .", "C: EHLO x", "S: 250 /octets/", "C: QUIT", "S: 221");
      assertThat(Run.failures(outcome)).isEmpty();
    }
  }
}
