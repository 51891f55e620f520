package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smtpterm.script.Plan;
import smtpterm.session.Ending;
import smtpterm.testing.RecordingServer;

/** Waits, ends, and what comes unasked. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class EndsTest {
  private static RecordingServer closingAt(String command, String lastWords) throws IOException {
    return RecordingServer.playing(
        peer -> {
          peer.send("220 hi\r\n");
          peer.expect(command);
          peer.send(lastWords);
          peer.close();
        });
  }

  @Test
  void aReplyThatDoesNotComeInTimeEndsTheRun() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("NOOP", ""))) {
      Run run = new Run().at(server).goingOn();
      Outcome outcome = run.play("@timeout 100ms", "C: NOOP", "S: 250", "C: QUIT");
      assertThat(Run.failures(outcome)).containsExactly("2 TIMEOUT [100 ms]");
      assertThat(outcome.failures().get(0).expected()).isEqualTo("250");
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.unsent()).isEqualTo(1);
    }
  }

  @Test
  void theShorterOfBothTimesCounts() throws IOException {
    try (RecordingServer server = RecordingServer.silent()) {
      Outcome outcome =
          new Run()
              .at(server)
              .in(m -> m.within(Duration.ofMillis(50)))
              .play("@timeout 10s", "C: NOOP");
      assertThat(Run.failures(outcome)).containsExactly("2 TIMEOUT [50 ms]");
    }
  }

  @Test
  void aGreetingThatRefusesFailsThoughTheFileSaysNothingOfIt() throws IOException {
    try (RecordingServer server = RecordingServer.answering("554 not here\r\n", l -> "")) {
      Outcome outcome = new Run().play("@connect localhost:" + server.port(), "C: QUIT");
      assertThat(Run.failures(outcome)).containsExactly("1 REFUSED [554]");
    }
  }

  @Test
  void theGreetingIsComparedWithWhatTheFileSays() throws IOException {
    try (RecordingServer server = RecordingServer.answering("220 mx\r\n", l -> "221 bye\r\n")) {
      Outcome outcome =
          new Run()
              .in(m -> m.exactly(true))
              .goingOn()
              .play("@connect 127.0.0.1:" + server.port(), "S: 220 my", "C: QUIT", "S: 221");
      assertThat(Run.failures(outcome)).containsExactly("2 OTHER_TEXT [my, mx]");
    }
  }

  @Test
  void aLostConnectionIsToldWithItsPlace() throws IOException {
    try (RecordingServer server = closingAt("NOOP", "")) {
      Outcome outcome =
          new Run().at(server).goingOn().play("C: NOOP", "S: 250", "C: QUIT", "S: 221");
      assertThat(Run.failures(outcome)).containsExactly("1 ENDED []");
      assertThat(outcome.lost().orElseThrow().cause()).isEqualTo(Ending.Cause.SERVER_CLOSED);
      assertThat(outcome.exitCode()).isEqualTo(4);
    }
  }

  @Test
  void aConnectionLostBehindTheDotMayHaveTakenTheMail() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("DATA");
              peer.send("354 go\r\n");
              peer.awaitReceived("\r\n.\r\n");
              peer.close();
            })) {
      Outcome outcome = new Run().at(server).play("C: DATA", "S: 354", "C: x", "C: .", "S: 250");
      assertThat(outcome.lost().orElseThrow().place()).isEqualTo(Ending.Place.AFTER_DOT);
      assertThat(outcome.failures().get(0).at().line()).isEqualTo(4);
    }
  }

  @Test
  void aServerThatClosesWhereTheFileSaysSoIsFine() throws IOException {
    try (RecordingServer server = closingAt("QUIT", "")) {
      Outcome outcome = new Run().at(server).play("C: QUIT", "@closed");
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(outcome.exitCode()).isZero();
    }
  }

  @Test
  void aServerThatStaysOpenIsNoticed() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Outcome outcome =
          new Run().at(server).goingOn().play("C: NOOP", "@timeout 60ms", "@closed", "C: NOOP");
      assertThat(Run.failures(outcome)).containsExactly("3 STILL_OPEN [60 ms]");
      assertThat(outcome.sent()).isEqualTo(2);
    }
  }

  @Test
  void aServerThatSaysGoodByeAndStaysOpenIsNoticedToo() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Outcome outcome = new Run().at(server).play("C: QUIT", "S: 221", "@closed");
      assertThat(Run.failures(outcome)).containsExactly("3 STILL_OPEN [1 s]");
    }
  }

  @Test
  void aReplyThatNobodyAskedForIsAwaitedWhereTheFileSaysSo() throws IOException {
    try (RecordingServer server = closingAt("NOOP", "250 ok\r\n421 too slow\r\n")) {
      Outcome outcome =
          new Run().at(server).play("C: NOOP", "S: 250", "@wait 1ms", "S: 421 idle", "@closed");
      assertThat(Run.failures(outcome)).isEmpty();
    }
  }

  @Test
  void aReplyThatNobodyAskedForFailsElsewhere() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("NOOP");
              peer.send("250 ok\r\n250 again\r\n");
              peer.expect("QUIT");
              peer.send("221 bye\r\n");
            })) {
      Outcome outcome =
          new Run()
              .at(server)
              .goingOn()
              .play("C: NOOP", "S: 250", "@wait 300ms", "C: QUIT", "S: 221");
      assertThat(Run.failures(outcome)).containsExactly("4 UNASKED [250 again]");
      assertThat(outcome.failures().get(0).came()).isPresent();
    }
  }

  @Test
  void anUnasked421IsTheEnd() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("NOOP");
              peer.send("250 ok\r\n421 shutting down\r\n");
              peer.close();
            })) {
      Outcome outcome =
          new Run().at(server).goingOn().play("C: NOOP", "S: 250", "@wait 300ms", "C: QUIT");
      assertThat(Run.failures(outcome)).containsExactly("4 UNASKED [421 shutting down]");
      assertThat(outcome.lost().orElseThrow().cause()).isEqualTo(Ending.Cause.SERVICE_CLOSING);
      assertThat(outcome.exitCode()).isEqualTo(4);
    }
  }

  @Test
  void aReplyThatDoesNotComeUnaskedIsMissed() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Outcome outcome = new Run().at(server).play("C: NOOP", "S: 250", "@timeout 50ms", "S: 421");
      assertThat(Run.failures(outcome)).containsExactly("4 TIMEOUT [50 ms]");
    }
  }

  @Test
  void nobodyListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Outcome outcome = new Run().goingOn().play("@connect 127.0.0.1:" + free, "C: NOOP");
    assertThat(Run.failures(outcome)).containsExactly("1 NO_CONNECTION [127.0.0.1:" + free + "]");
    assertThat(outcome.noConnection()).isPresent();
    assertThat(outcome.exitCode()).isEqualTo(4);
  }

  @Test
  void theSecondConnectClosesTheFirstConnection() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        RecordingServer other = RecordingServer.smtp()) {
      Outcome outcome =
          new Run()
              .at(server)
              .play(
                  "@connect nowhere.invalid:25",
                  "C: NOOP",
                  "@connect 127.0.0.1:" + other.port(),
                  "S: 220",
                  "C: RSET",
                  "S: 250");
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(server.peer().awaitEnd()).isEqualTo("NOOP\r\n");
      assertThat(other.received()).isEqualTo("RSET\r\n");
    }
  }

  @Test
  void stoppingFreesAWaitAndClosesTheConnection() throws Exception {
    try (RecordingServer server = RecordingServer.smtp(Map.of("NOOP", ""))) {
      Player player = new Run().at(server).player("C: NOOP", "S: 250", "C: QUIT");
      CompletableFuture<Outcome> playing = CompletableFuture.supplyAsync(player::play);
      server.awaitReceived("NOOP\r\n");
      player.stop();
      Outcome outcome = playing.get(5, TimeUnit.SECONDS);
      assertThat(outcome.stopped()).isTrue();
      assertThat(outcome.failures()).isEmpty();
      assertThat(server.peer().awaitEnd()).isEqualTo("NOOP\r\n");
    }
  }

  @Test
  void stoppingFreesARest() throws Exception {
    try (RecordingServer server = RecordingServer.smtp()) {
      Player player = new Run().at(server).player("C: NOOP", "@wait 50s", "C: QUIT");
      CompletableFuture<Outcome> playing = CompletableFuture.supplyAsync(player::play);
      server.awaitReceived("NOOP\r\n");
      player.stop();
      assertThat(playing.get(5, TimeUnit.SECONDS).unsent()).isEqualTo(1);
    }
  }

  @Test
  void whoLeavesBeforeALineKeepsTheConnection() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Player[] player = new Player[1];
      Watcher watcher =
          new Watcher() {
            @Override
            public void before(Plan.Act act, String asSent, int secretFrom) {
              if (asSent.equals("QUIT")) {
                player[0].leave();
              }
            }
          };
      player[0] = new Run(watcher).at(server).in(m -> m.staying(true)).player("C: NOOP", "C: QUIT");
      Outcome outcome = player[0].play();
      assertThat(outcome.stopped()).isTrue();
      assertThat(outcome.failures()).isEmpty();
      assertThat(watcher.client.view().open()).isTrue();
      watcher.client.close();
      assertThat(server.peer().awaitEnd()).isEqualTo("NOOP\r\n");
    }
  }

  @Test
  void aServerThatDoesNotReadDoesNotHoldUpTheRun() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String line = "C: " + "x".repeat(1_000_000);
      String[] lines = new String[30];
      Arrays.fill(lines, line);
      lines[0] = "@pipelining on";
      for (int i = 1; i < lines.length; i++) {
        lines[i] = "C: RSET " + "x".repeat(1_000_000);
      }
      Watcher watcher = new Watcher();
      Run run = new Run(watcher).in(m -> m.within(Duration.ofMillis(300)));
      Outcome outcome = run.at("raw://127.0.0.1:" + deaf.getLocalPort()).play(lines);
      assertThat(outcome.failures())
          .extracting(Failure::kind)
          .containsExactly(Failure.Kind.TIMEOUT);
    }
  }
}
