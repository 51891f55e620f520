package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.script.Plan;
import smtpterm.script.ScriptReading;
import smtpterm.script.SessionFiles;
import smtpterm.server.Folders;
import smtpterm.server.PartReading;
import smtpterm.server.PracticeServer;
import smtpterm.server.ServerPart;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.wire.TlsSettings;
import smtpterm.wire.Trust;

/** Whatever a server plays of a file, a client that plays the same file gets along with it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BothSidesTest {
  private static final int MAILS = 250;
  private static final int FETCHES = 120;
  private static final int ENCRYPTED = 4;

  @TempDir static Path folder;

  /** Plays a file against the server of the same file. */
  static Run bothSides(Settings settings, boolean exact, String... lines) throws IOException {
    Plan plan = Run.plan(lines);
    return bothSides(ServerPart.of(plan, exact), settings, new Run(), plan);
  }

  private static Run bothSides(PartReading reading, Settings settings, Run run, Plan plan)
      throws IOException {
    String file = plan.toString();
    assertThat(reading.errors()).as(file).isEmpty();
    ServerPart part = reading.part().orElseThrow();
    try (PracticeServer server = PracticeServer.playing(part, settings, delivery -> {})) {
      Service service = part.service();
      if (server.certificateAuthority().isPresent()) {
        Trust trust = Trust.system().in(List.of(server.certificateAuthority().get().certificate()));
        run.trusting(TlsSettings.usual().with(trust));
      }
      run.at(service.scheme() + "://localhost:" + server.port(service));
      Outcome outcome = run.player(plan).play();
      assertThat(Run.failures(outcome))
          .as(file + "\n\n" + String.join("\n", run.watcher.heard))
          .isEmpty();
      assertThat(outcome.unsent()).as(file).isZero();
    }
    return run;
  }

  private static Settings plain() {
    return Settings.standard().withPort(0);
  }

  private static Settings withTls() {
    return plain().withFolders(Folders.none().withCertificates(folder.resolve("tls")));
  }

  private static String[] mail(int seed, boolean tls) {
    Dice dice = new Dice(seed);
    return new MailScript(dice, dice.chance(25)).lines(tls).toArray(new String[0]);
  }

  private static String[] fetch(int seed, boolean tls) {
    return new PopScript(new Dice(seed)).lines(tls).toArray(new String[0]);
  }

  @Test
  void mailsAreSentToTheServerOfTheSameFile() throws IOException {
    for (int seed = 0; seed < MAILS; seed++) {
      bothSides(plain(), seed % 2 == 0, mail(seed, false));
    }
  }

  @Test
  void mailsAreFetchedFromTheServerOfTheSameFile() throws IOException {
    for (int seed = 0; seed < FETCHES; seed++) {
      bothSides(plain(), seed % 2 == 0, fetch(seed, false));
    }
  }

  @Test
  void soItIsWhereTlsBeginsOnTheWay() throws IOException {
    for (int seed = 0; seed < ENCRYPTED; seed++) {
      assertThat(bothSides(withTls(), false, mail(seed, true)).watcher.client.view().tls())
          .isPresent();
      assertThat(bothSides(withTls(), false, fetch(seed, true)).watcher.client.view().tls())
          .isPresent();
    }
  }

  @Test
  void soItIsWithTlsFromTheStart() throws IOException {
    String[] lines = fetch(1, false);
    String[] secure =
        Arrays.stream(lines).filter(line -> !line.startsWith("@connect")).toArray(String[]::new);
    secure[0] = "@connect pop3s://gone.example\n" + secure[0];
    assertThat(bothSides(withTls(), false, secure).watcher.client.view().tls()).isPresent();
    bothSides(withTls(), false, "@connect ${smtps:smtps://gone.example}", "C: EHLO a", "S: 250");
  }

  @Test
  void aFileIsSentAsMessageText() throws IOException {
    Files.writeString(folder.resolve("party.eml"), "Subject: Gartenparty\n\n.\nBis bald!\n");
    Path file = folder.resolve("party.session");
    String text =
        """
        C: HELO a
        C: MAIL FROM:<a@b.example>
        C: RCPT TO:<c@b.example>
        C: DATA
        S: 3xx
        @send party.eml
        S: 250 /(?<octets>[0-9]+) octets/ 31 octets
        C: VRFY ${octets}
        S: 252 = ${octets}
        C: QUIT
        """;
    ScriptReading reading = SessionFiles.read(Files.writeString(file, text));
    assertThat(reading.errors()).isEmpty();
    Plan plan = Plan.of(reading.script()).plan();
    Run run = new Run().in(manner -> manner.in(folder));
    bothSides(ServerPart.of(plan, false), plain(), run, plan);
  }

  @Test
  void whatIsTooMuchForAChunkIsACommand() throws IOException {
    bothSides(
        plain(),
        false,
        "C: EHLO a",
        "C: MAIL FROM:<a@b.example>",
        "C: RCPT TO:<c@b.example>",
        "C: BDAT 5",
        "C: Hello World",
        "S: 250 five",
        "S: 500 what?",
        "C: BDAT 0 LAST",
        "S: 250");
  }

  /** Those with one connection; the others need a server that keeps what it was given. */
  @Test
  void soItIsWithTheSessionsThatComeWithTheProgram() throws IOException {
    int played = 0;
    for (Path file : sessions()) {
      String[] lines = Files.readAllLines(file).toArray(new String[0]);
      // Greylisting takes its eleven seconds in SessionsIT.
      boolean patient = Arrays.stream(lines).anyMatch(line -> line.startsWith("@wait"));
      if (!patient && ServerPart.of(Run.plan(lines), false).errors().isEmpty()) {
        bothSides(withTls(), false, lines);
        played++;
      }
    }
    assertThat(played).isGreaterThan(30);
  }

  private static List<Path> sessions() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scripts/sessions"))) {
      return files.filter(f -> f.toString().endsWith(".session")).sorted().toList();
    }
  }
}
