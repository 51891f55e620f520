package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.testing.RecordingServer;

/** {@code @send}. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class SendingTest {
  @TempDir private Path home;
  private Path folder;
  private RecordingServer server;

  @BeforeEach
  void start() throws IOException {
    server = RecordingServer.smtp();
    folder = Files.createDirectory(home.resolve("sessions"));
    Files.createDirectory(folder.resolve("mails"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Run run() {
    return new Run().at(server).in(m -> m.in(folder));
  }

  @Test
  void aFileIsTheMessageTextWithDotsDoubledAndEndedByTheDot() throws IOException {
    Files.writeString(folder.resolve("mails/a.eml"), "Subject: x\n\n.hidden\r\nä\rend");
    Run run = run();
    Outcome outcome =
        run.play(
            "@set name a",
            "C: DATA",
            "S: 354",
            "@send mails/${name}.eml",
            "S: 250 = ok",
            "C: QUIT",
            "S: 221");
    assertThat(Run.failures(outcome)).isEmpty();
    assertThat(server.received())
        .isEqualTo("DATA\r\nSubject: x\r\n\r\n..hidden\r\nä\r\nend\r\n.\r\nQUIT\r\n");
    assertThat(run.watcher.told).contains("before mails/a.eml", "replied 4");
    assertThat(run.watcher.told).contains("remark FILE_SENT [mails/a.eml, 5, 27]");
  }

  @Test
  void aLargeFileIsPouredWithoutBeingShownLineByLine() throws IOException {
    try (BufferedWriter out =
        Files.newBufferedWriter(folder.resolve("big.eml"), StandardCharsets.UTF_8)) {
      for (int i = 0; i < 5_000; i++) {
        out.write(".line " + i + "\n");
      }
    }
    Run run = run();
    Outcome outcome = run.play("C: DATA", "S: 354", "@send big.eml", "S: 250", "C: QUIT");
    assertThat(Run.failures(outcome)).isEmpty();
    assertThat(outcome.sent()).isEqualTo(5_003);
    assertThat(server.received()).contains("\r\n..line 4999\r\n.\r\nQUIT\r\n");
    assertThat(run.watcher.heard).hasSizeLessThan(20);
  }

  @Test
  void behindARefusedDataTheFileIsHeldBack() throws IOException {
    Files.writeString(folder.resolve("a.eml"), "x\n");
    try (RecordingServer refusing = RecordingServer.smtp(Map.of("DATA", "554 no\r\n"))) {
      Run run = run().at(refusing).goingOn();
      Outcome outcome = run.play("C: DATA", "S: 354", "C: a", "@send a.eml", "S: 250", "C: NOOP");
      assertThat(Run.failures(outcome)).containsExactly("2 WRONG_CODE [354, 554]");
      assertThat(refusing.received()).isEqualTo("DATA\r\nNOOP\r\n");
      assertThat(run.watcher.told).contains("remark TEXT_HELD_BACK [2]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../secret, FILE_OUTSIDE",
    "mails/../../secret, FILE_OUTSIDE",
    "/etc/hostname, FILE_OUTSIDE",
    "link, FILE_OUTSIDE",
    "linked/secret, FILE_OUTSIDE",
    "none.eml, FILE_MISSING",
    "mails, FILE_MISSING",
    "nul, FILE_NUL",
  })
  void whatIsNoPlainTextInTheFolderIsNotSent(String name, Failure.Kind kind) throws IOException {
    Files.writeString(home.resolve("secret"), "x");
    Files.writeString(folder.resolve("nul"), "a\nb\0\n");
    Files.createSymbolicLink(folder.resolve("link"), home.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("linked"), home);
    Outcome outcome = run().play("C: DATA", "S: 354", "@send " + name, "S: 250");
    assertThat(outcome.failures()).extracting(Failure::kind).containsExactly(kind);
    assertThat(outcome.exitCode()).isEqualTo(3);
    if (server.clients() > 0) {
      assertThat(server.peer().awaitEnd()).isEqualTo("DATA\r\n");
    }
  }

  @Test
  void withoutAFolderNoFileIsSent() throws IOException {
    Outcome outcome =
        new Run().at(server).play("C: DATA", "S: 354", "@send SendingTest.java", "S: 250");
    assertThat(Run.failures(outcome)).containsExactly("3 FILE_OUTSIDE [SendingTest.java]");
    assertThat(server.clients()).isZero();
  }

  @Test
  void aServerThatEndsItInTheMiddleGetsNoDot() throws IOException {
    Files.writeString(folder.resolve("a.eml"), "x\n".repeat(200_000));
    try (RecordingServer closing =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("DATA");
              peer.send("354 go\r\n");
              peer.expect("x");
              peer.reset();
            })) {
      Outcome outcome = run().at(closing).play("C: DATA", "S: 354", "@send a.eml", "S: 250");
      assertThat(Run.failures(outcome)).containsExactly("3 ENDED []");
      assertThat(outcome.exitCode()).isEqualTo(4);
      assertThat(closing.received()).doesNotContain("\n.\r");
    }
  }
}
