package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
      assertThat(server.received())
          .isEqualTo(
              "EHLO me\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n"
                  + "Subject: Party\r\n\r\n..\r\n.\r\nQUIT\r\n");
      assertThat(run.watcher.told).startsWith("note Carol tells Bob.", "connecting");
      assertThat(run.watcher.told).endsWith("before QUIT", "replied 17");
    }
  }
}
