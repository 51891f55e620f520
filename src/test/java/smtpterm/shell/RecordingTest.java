package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.session.Ending;
import smtpterm.session.Session;
import smtpterm.session.Target;
import smtpterm.wire.Line;

/** What was said gets into memory and, on request, into files that harm nobody. */
final class RecordingTest {
  private final Recording recording =
      new Recording(target -> Optional.empty(), lines -> lines + " missing", 4_000);
  private Session session;

  @TempDir Path folder;

  @BeforeEach
  void connect() throws Exception {
    Target target = Target.parse("mail.example:25");
    session = new Session(target.dialect(), 0);
    recording.connected(target);
    play("S: 220 mx", "C: EHLO me", "S: 250 mx");
  }

  private void play(String... said) {
    for (String line : said) {
      if (line.startsWith("C: ")) {
        recording.hear(session.typed(line.substring(3), false, 0));
      } else {
        session
            .received(new Line(line.substring(3), Line.Ending.CRLF, 0), 0)
            .ifPresent(recording::hear);
      }
    }
  }

  private String name(String name) {
    return folder.resolve(name).toString();
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  @Test
  void whatIsSaidIsInTheFileAtOnce() throws IOException {
    recording.start(name("a"), false);
    play("C: NOOP");
    assertThat(lines("a")).containsExactly("@connect mail.example:25", "C: NOOP");
    play("S: 250 ok");
    assertThat(lines("a")).endsWith("C: NOOP", "S: 250 ok");
    assertThat(recording.stop()).contains(3L);
    play("C: NOOP", "S: 250 ok");
    assertThat(lines("a")).hasSize(3);
    assertThat(recording.path()).isEmpty();
    assertThat(recording.broken()).isFalse();
  }

  @Test
  void whoLogsInIsNamedWhereTheFileBegins() throws IOException {
    play("C: AUTH PLAIN AGFubmEAZ2VoZWlt", "S: 235 ok", "C: NOOP");
    recording.start(name("a"), false);
    play("S: 250 ok", "C: AUTH PLAIN AGFubmEAZ2VoZWlt", "S: 235 ok");
    assertThat(lines("a"))
        .containsExactly(
            "@connect mail.example:25",
            "@set user anna",
            "C: NOOP",
            "S: 250 ok",
            "C: AUTH PLAIN ${answer}",
            "S: 235 ok");
  }

  @Test
  void whatWasSaidSoFarIsSavedWithoutAnySecret() throws IOException {
    play("C: AUTH PLAIN AGFubmEAZ2VoZWlt", "S: 235 ok", "C: QUIT", "S: 221 bye");
    recording.hear(session.ended(Ending.Cause.FINISHED, ""));
    Recording.Saved saved = recording.save(name("a"), false);
    assertThat(lines("a"))
        .containsExactly(
            "@connect mail.example:25",
            "S: 220 mx",
            "C: EHLO me",
            "S: 250 mx",
            "@set user anna",
            "C: AUTH PLAIN ${answer}",
            "S: 235 ok",
            "C: QUIT",
            "S: 221 bye",
            "@closed");
    assertThat(saved).isEqualTo(new Recording.Saved(10, 0, List.of()));
  }

  @Test
  void whatIsNoLongerKeptIsSaidAndNoted() throws IOException {
    for (int i = 0; i < 500; i++) {
      play("C: NOOP " + i, "S: 250 ok");
    }
    Recording.Saved saved = recording.save(name("a"), false);
    assertThat(saved.dropped()).isGreaterThan(500);
    assertThat(lines("a"))
        .startsWith("# " + saved.dropped() + " missing", "@connect mail.example:25")
        .endsWith("C: NOOP 499", "S: 250 ok");
  }

  @Test
  void aFileThatExistsIsLeftAloneUnlessForced() throws IOException {
    Files.writeString(folder.resolve("a"), "mine");
    assertThatThrownBy(() -> recording.save(name("a"), false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> recording.start(name("a"), false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(lines("a")).containsExactly("mine");
    recording.save(name("a"), true);
    assertThat(lines("a")).startsWith("@connect mail.example:25");
    recording.start(name("a"), true);
    assertThat(lines("a")).containsExactly("@connect mail.example:25");
  }

  @Test
  void onlyItsOwnerCanReadIt() throws IOException {
    recording.save(name("a"), false);
    recording.start(name("b"), false);
    Files.writeString(folder.resolve("c"), "mine");
    Files.setPosixFilePermissions(
        folder.resolve("c"), PosixFilePermissions.fromString("rw-rw-rw-"));
    recording.save(name("c"), true);
    for (String name : new String[] {"a", "b", "c"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void noLinkIsFollowedAndNoPipeOpened() throws Exception {
    Path target = folder.resolve("target");
    Files.writeString(target, "mine");
    Files.createSymbolicLink(folder.resolve("link"), target);
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("new"));
    assertThat(new ProcessBuilder("mkfifo", name("pipe")).start().waitFor()).isZero();
    for (String name : new String[] {"link", "nowhere", "pipe", "."}) {
      for (boolean force : new boolean[] {false, true}) {
        assertThatThrownBy(() -> recording.start(name(name), force))
            .as(name)
            .isInstanceOf(FileAlreadyExistsException.class);
      }
    }
    assertThat(Files.readString(target)).isEqualTo("mine");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> recording.start(name("no/a"), false))
        .isInstanceOf(NoSuchFileException.class)
        .extracting(e -> RecordingTrouble.of((Exception) e).key())
        .isEqualTo("shell.record.no-folder");
  }

  @Test
  void theFileThatIsBeingWrittenIsNotReplaced() throws IOException {
    recording.start(name("a"), false);
    assertThatThrownBy(() -> recording.save(name("a"), true)).isInstanceOf(Recording.InUse.class);
    assertThatThrownBy(() -> recording.start(name("a"), true)).isInstanceOf(Recording.InUse.class);
    play("C: NOOP");
    assertThat(lines("a")).endsWith("C: NOOP");
  }

  @Test
  @EnabledOnOs(LINUX)
  void aFullDiskIsToldOnceAndTheConversationGoesOn() throws IOException {
    List<String> told = new ArrayList<>();
    recording.onTrouble((path, e) -> told.add(path + ": " + e.getMessage()));
    assertThatThrownBy(() -> recording.start("/dev/full", true)).isInstanceOf(IOException.class);
    recording.hear(session.ended(Ending.Cause.LEFT, ""));
    recording.start("/dev/full", true);
    assertThat(recording.broken()).isFalse();
    recording.connected(
        new Target(new smtpterm.protocol.Smtp(), new smtpterm.wire.Endpoint("h", 1)));
    play("C: NOOP", "S: 250 ok");
    assertThat(told).containsExactly("/dev/full: No space left on device");
    assertThat(recording.broken()).isTrue();
    recording.start(name("a"), false);
    assertThat(recording.broken()).isFalse();
  }

  @Test
  void ctrlCDoesNotEndTheFile() throws IOException {
    recording.start(name("a"), false);
    Thread.currentThread().interrupt();
    play("C: NOOP");
    assertThat(Thread.interrupted()).isTrue();
    play("S: 250 ok");
    assertThat(lines("a")).endsWith("C: NOOP", "S: 250 ok");
  }

  @Test
  void aLongMessageIsNamedWhereItsFileIsBesideTheRecording() throws IOException {
    recording.start(name("inside"), false);
    play("C: DATA", "S: 354 go");
    recording.sending(folder.resolve("mails").resolve("big one.eml"), 2 << 20);
    recording.poured("Subject: big");
    play("C: .", "S: 250 ok");
    assertThat(lines("inside")).endsWith("S: 354 go", "@send mails/big one.eml", "S: 250 ok");
    Recording.Saved saved = recording.save(name("saved"), false);
    assertThat(saved.files()).isEmpty();
    assertThat(lines("saved")).contains("@send mails/big one.eml");
    Path other = Files.createDirectory(folder.resolve("other"));
    saved = recording.save(other.resolve("saved").toString(), false);
    assertThat(saved.files()).containsExactly("big one.eml");
    assertThat(Files.readAllLines(other.resolve("saved"))).contains("@send big one.eml");
  }

  @Test
  void aLongMessageFromElsewhereIsWrittenInFull() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    recording.start(other.resolve("a").toString(), false);
    play("C: DATA", "S: 354 go");
    recording.sending(folder.resolve("big.eml"), 2 << 20);
    recording.poured("Subject: big");
    play("C: .", "S: 250 ok");
    assertThat(Files.readAllLines(other.resolve("a")))
        .endsWith("S: 354 go", "C: Subject: big", "C: .", "S: 250 ok");
  }

  @Test
  void aShortMessageIsWrittenInFull() throws IOException {
    recording.start(name("a"), false);
    play("C: DATA", "S: 354 go");
    recording.sending(folder.resolve("small.eml"), 1 << 20);
    recording.poured("Subject: small");
    play("C: .", "S: 250 ok");
    assertThat(lines("a")).endsWith("C: Subject: small", "C: .", "S: 250 ok");
  }
}
