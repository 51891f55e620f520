package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mails that outlive the server, in a directory that belongs to nobody else. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DataDirectoryTest {
  private static final String LARGE = "Subject: large\r\n\r\n" + "x".repeat(60_000);

  @TempDir Path temporary;

  private Path data() {
    return temporary.resolve("mails");
  }

  private Settings settings() {
    return Settings.standard().withPort(0).withFolders(Folders.none().withData(data()));
  }

  private PracticeServer start() throws IOException {
    return PracticeServer.start(settings(), d -> {});
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(data())) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static String code(Path file) {
    return assertRefused(file).why().name();
  }

  private static DataRefused assertRefused(Path directory) {
    Settings settings = Settings.standard().withPort(0);
    Settings there = settings.withFolders(Folders.none().withData(directory));
    try {
      PracticeServer.start(there, d -> {}).close();
    } catch (DataRefused e) {
      return e;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("was not refused: " + directory);
  }

  @Test
  void theNextServerHasTheMailsOfTheOneBefore() throws IOException {
    List<String> ids;
    String first;
    try (PracticeServer server = start();
        Talk talk = Talk.greeted(server)) {
      talk.say("AUTH PLAIN AGFubmEAZ2VoZWlt");
      talk.mail("klasse@kolleg.de", "Subject: gr\u00fc\u00df dich\r\n\r\n.\u00ff");
      talk.mail("bob@kolleg.de", LARGE);
      try (PopTalk pop = PopTalk.in(server, "bob", "topSecret")) {
        ids = pop.rest("UIDL");
        first = pop.fetch(1);
      }
      assertThat(server.spooled()).isZero();
    }
    try (PracticeServer server = start()) {
      StoredMail mail = server.mailboxes().mail("carol", 1).orElseThrow();
      assertThat(mail.envelope())
          .isEqualTo(new Envelope("anna@kolleg.de", List.of("klasse@kolleg.de"), "laptop", "anna"));
      assertThat(mail.subject()).isNotEmpty();
      assertThat(mail.id()).isEqualTo("P0001");
      try (Talk talk = Talk.greeted(server);
          PopTalk pop = PopTalk.in(server, "bob", "topSecret")) {
        assertThat(pop.rest("UIDL")).isEqualTo(ids);
        assertThat(pop.fetch(1)).isEqualTo(first).endsWith("\u00ff\r\n");
        assertThat(pop.fetch(2)).endsWith(LARGE + "\r\n");
        assertThat(talk.mail("bob@kolleg.de", "x")).isEqualTo("250 2.0.0 Ok: queued as P0003");
      }
    }
  }

  @Test
  void whatWasDeletedStaysAway() throws IOException {
    try (PracticeServer server = start();
        Talk talk = Talk.greeted(server)) {
      talk.mail("klasse@kolleg.de", "Subject: to all");
      talk.mail("bob@kolleg.de", LARGE);
      try (PopTalk one = PopTalk.in(server, "bob", "topSecret");
          PopTalk two = PopTalk.in(server, "bob", "topSecret")) {
        one.say("DELE 1");
        one.say("DELE 2");
        assertThat(one.say("QUIT")).isEqualTo("+OK bye, 2 messages deleted");
        // Noted at once; the octets wait for the session that may still fetch them.
        assertThat(names())
            .containsExactly("P0001.eml", "P0001.envelope", "P0002.eml", "smtpterm-mails");
        assertThat(two.fetch(2)).endsWith("x\r\n");
        two.say("QUIT");
      }
      assertThat(names()).containsExactly("P0001.eml", "P0001.envelope", "smtpterm-mails");
    }
    try (PracticeServer server = start()) {
      assertThat(server.mailboxes().list("bob").orElseThrow()).isEmpty();
      assertThat(server.mailboxes().list("anna").orElseThrow()).hasSize(1);
      server.mailboxes().clear();
      assertThat(names()).containsExactly("smtpterm-mails");
      assertThat(server.used()).isZero();
    }
  }

  /** As a directory looks behind a server that was killed while it wrote. */
  @Test
  void whatWasNotFinishedIsClearedAway() throws IOException {
    try (PracticeServer server = start();
        Talk talk = Talk.greeted(server)) {
      talk.mail("bob@kolleg.de", "Subject: whole");
    }
    Files.writeString(data().resolve("P0002.eml"), "without an envelope");
    Files.writeString(data().resolve("P0003.eml.new"), "ha");
    Files.writeString(data().resolve("P0001.envelope.new"), "smtpterm-env");
    try (PracticeServer server = start();
        Talk talk = Talk.greeted(server)) {
      assertThat(names()).containsExactly("P0001.eml", "P0001.envelope", "smtpterm-mails");
      assertThat(talk.mail("bob@kolleg.de", "x")).startsWith("250 ");
      assertThat(server.mailboxes().list("bob").orElseThrow()).hasSize(2);
    }
  }

  @Test
  void aDirectoryWithOtherThingsInItIsLeftAlone() throws IOException {
    Files.createDirectory(data());
    Files.writeString(data().resolve("diary.txt"), "mine");
    assertThat(assertRefused(data()).path()).isEqualTo(data().toString());
    assertThat(code(data())).isEqualTo("NOT_OURS");
    assertThat(names()).containsExactly("diary.txt");
    Files.writeString(data().resolve("smtpterm-mails"), "something else\n");
    assertThat(code(data())).isEqualTo("NOT_OURS");
    assertThat(code(data().resolve("diary.txt"))).isEqualTo("NO_DIRECTORY");
    assertThatThrownBy(() -> DataDirectory.open(temporary.resolve("no/such/parent"), 1))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(DataRefused.class);
  }

  @Test
  void twoServersDoNotShareADirectory() throws IOException {
    try (PracticeServer server = start()) {
      assertThat(code(data())).isEqualTo("IN_USE");
      assertThat(server.mailboxes().names()).contains("bob");
    }
    start().close();
  }

  @Test
  void aServerThatFindsNoPortGivesTheDirectoryFree() throws IOException {
    try (PracticeServer other = PracticeServer.start(Settings.standard().withPort(0), d -> {})) {
      Settings taken =
          settings().withListening(settings().listening().with(Service.SMTP, other.port()));
      assertThatThrownBy(() -> PracticeServer.start(taken, d -> {}))
          .isInstanceOf(IOException.class);
    }
    start().close();
  }

  @Test
  void nobodyElseMayLookIntoIt() throws IOException {
    Files.createDirectory(data());
    try (PracticeServer server = start();
        Talk talk = Talk.greeted(server)) {
      talk.mail("bob@kolleg.de", LARGE);
      assertThat(permissions(data())).isEqualTo("rwx------");
      for (String name : names()) {
        assertThat(permissions(data().resolve(name))).as(name).isEqualTo("rw-------");
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aFileThatSomebodyHasChangedIsNamedAndNotTouched() throws IOException {
    try (PracticeServer server = start();
        Talk talk = Talk.greeted(server)) {
      talk.mail("bob@kolleg.de", "x");
    }
    Path envelope = data().resolve("P0001.envelope");
    String right = Files.readString(envelope, StandardCharsets.UTF_8);
    for (String wrong :
        List.of(
            "",
            "hello",
            right.replace("end\n", ""),
            right.replaceFirst("received .*", "received tomorrow"),
            right.replace("in bob\n", ""))) {
      Files.writeString(envelope, wrong);
      assertThat(assertRefused(data()).path()).as(wrong).isEqualTo(envelope.toString());
    }
    Files.writeString(envelope, right);
    Path octets = data().resolve("P0001.eml");
    Path secret = Files.writeString(temporary.resolve("secret"), "not a mail");
    Files.move(octets, temporary.resolve("P0001.eml"));
    assertThat(code(data())).isEqualTo("DAMAGED");
    Files.createSymbolicLink(octets, secret);
    assertThat(code(data())).isEqualTo("DAMAGED");
    Files.move(temporary.resolve("P0001.eml"), octets, StandardCopyOption.REPLACE_EXISTING);
    start().close();
  }

  @Test
  void whatAClientSaysCannotChangeAnEnvelope() {
    Envelope said =
        new Envelope("a@b\nin anna", List.of("x y@z", "\u00e4@kolleg.de", "\udcff@b"), "h", "");
    EnvelopeFile file =
        new EnvelopeFile(said, Settings.standard().clock().instant().atZone(utc()), List.of("bob"));
    EnvelopeFile read = EnvelopeFile.read(file.octets()).orElseThrow();
    assertThat(read.mailboxes()).containsExactly("bob");
    assertThat(read.envelope().reversePath()).isEqualTo("a@b in anna");
    assertThat(read.envelope().recipients()).isEqualTo(said.recipients());
    assertThat(read.received()).isEqualTo(file.received());
  }

  private static java.time.ZoneId utc() {
    return java.time.ZoneOffset.UTC;
  }

  @Test
  void mailsOfAnAccountThatIsGoneWaitForIt() throws IOException {
    try (PracticeServer server = start();
        Talk talk = Talk.greeted(server)) {
      talk.mail("carol@kolleg.de", "x");
    }
    Accounts two =
        new Accounts(Accounts.standard().all().subList(0, 2), Accounts.standard().domains());
    try (PracticeServer server = PracticeServer.start(settings().withAccounts(two), d -> {})) {
      assertThat(server.mailboxes().names()).containsExactly("anna", "bob", "postmaster");
      assertThat(server.mailboxes().list("carol")).isEmpty();
    }
    try (PracticeServer server = start()) {
      assertThat(server.mailboxes().list("carol").orElseThrow()).hasSize(1);
    }
  }

  @Test
  void whenTheDirectoryIsFullTheMailIsNotTaken() throws IOException {
    Limits small = Limits.standard().withBudget(Limits.SMALLEST_BUDGET);
    int taken = 0;
    try (PracticeServer server = PracticeServer.start(settings().withLimits(small), d -> {});
        Talk talk = Talk.greeted(server)) {
      while (talk.mail("bob@kolleg.de", LARGE).startsWith("250 ")) {
        taken++;
      }
      assertThat(taken).isBetween(10, (int) (small.disk() / LARGE.length()));
      assertThat(talk.mail("bob@kolleg.de", LARGE)).startsWith("452 4.3.1 ");
      assertThat(names()).hasSize(2 * taken + 1);
      assertThat(server.spooled()).isZero();
      try (PopTalk pop = PopTalk.in(server, "bob", "topSecret")) {
        pop.say("DELE 1");
        pop.say("QUIT");
      }
      assertThat(talk.mail("bob@kolleg.de", LARGE)).startsWith("250 ");
    }
    try (PracticeServer server = PracticeServer.start(settings().withLimits(small), d -> {});
        Talk talk = Talk.greeted(server)) {
      assertThat(server.mailboxes().list("bob").orElseThrow()).hasSize(taken);
      assertThat(talk.mail("bob@kolleg.de", LARGE)).startsWith("452 4.3.1 ");
    }
  }
}
