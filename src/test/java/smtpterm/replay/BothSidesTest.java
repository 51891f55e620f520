package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.script.Plan;
import smtpterm.server.PartReading;
import smtpterm.server.PracticeServer;
import smtpterm.server.ServerPart;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.wire.TlsSettings;

/** Whatever a server plays of a file, a client that plays the same file gets along with it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BothSidesTest {
  private static final int MAILS = 300;
  private static final int FETCHES = 150;

  @TempDir static Path folder;

  private static void bothSides(List<String> file, Settings settings) throws IOException {
    String[] lines = file.toArray(new String[0]);
    Plan plan = Run.plan(lines);
    PartReading reading = ServerPart.of(plan, false);
    assertThat(reading.errors()).as(String.join("\n", file)).isEmpty();
    ServerPart part = reading.part().orElseThrow();
    try (PracticeServer server = PracticeServer.playing(part, settings, delivery -> {})) {
      Service service = part.service();
      Run run = new Run().at(service.scheme() + "://127.0.0.1:" + server.port(service));
      run.trusting(trusting(server));
      Outcome outcome = run.play(lines);
      assertThat(Run.failures(outcome))
          .as(String.join("\n", file) + "\n\n" + String.join("\n", run.watcher.heard))
          .isEmpty();
      assertThat(outcome.unsent()).isZero();
    }
  }

  private static TlsSettings trusting(PracticeServer server) throws IOException {
    return TlsSettings.usual();
  }

  @Test
  void mailsAreSentToTheServerOfTheSameFile() throws IOException {
    for (int seed = 0; seed < MAILS; seed++) {
      Dice dice = new Dice(seed);
      bothSides(
          new MailScript(dice, dice.chance(25)).lines(false), Settings.standard().withPort(0));
    }
  }

  @Test
  void mailsAreFetchedFromTheServerOfTheSameFile() throws IOException {
    for (int seed = 0; seed < FETCHES; seed++) {
      bothSides(new PopScript(new Dice(seed)).lines(false), Settings.standard().withPort(0));
    }
  }
}
