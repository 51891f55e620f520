package smtpterm.session;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Raw;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyFlaw;
import smtpterm.protocol.Secrecy;
import smtpterm.protocol.Smtp;
import smtpterm.testing.RecordingServer;
import smtpterm.wire.AddressFamily;
import smtpterm.wire.Connector;
import smtpterm.wire.Endpoint;
import smtpterm.wire.TlsSettings;

/** The live client against a real socket. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class ClientTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
  private RecordingServer server;
  private Client client;
  private TlsSettings settings = TlsSettings.usual();

  private void connect(RecordingServer.Conversation conversation) throws IOException {
    connect(RecordingServer.playing(conversation));
  }

  private void connect(RecordingServer with) throws IOException {
    server = with;
    listenTo(new Smtp(), server.port());
  }

  private void listenTo(Dialect dialect, int port) throws IOException {
    Connector connector = new Connector(LONG, AddressFamily.ANY);
    client =
        new Client(
            connector.open(new Endpoint("127.0.0.1", port), new Connector.Unwatched()),
            dialect,
            notices::add,
            System::nanoTime,
            settings);
    client.start();
  }

  @AfterEach
  void closeBoth() {
    client.close();
    server.close();
  }

  private Turn reply() throws InterruptedException {
    Notice notice = notices.poll(30, SECONDS);
    assertThat(notice).isInstanceOf(Notice.Replied.class);
    return ((Notice.Replied) notice).turn();
  }

  private Ending ending() throws InterruptedException {
    Notice notice = notices.poll(30, SECONDS);
    assertThat(notice).isInstanceOf(Notice.Ended.class);
    return ((Notice.Ended) notice).ending();
  }

  private void type(String line) throws InterruptedException {
    assertThat(client.type(line)).isTrue();
    assertThat(notices.poll(30, SECONDS)).isInstanceOf(Notice.Sent.class);
  }

  @Test
  void aReplyInSingleOctetsIsOneReply() throws Exception {
    connect(peer -> peer.sendOneByOne("220-mx\r\n220 ready\r\n"));
    assertThat(reply().reply()).isEqualTo(Reply.of("220-mx", "220 ready"));
  }

  @Test
  void twoRepliesInOneSegmentAreTwo() throws Exception {
    connect(peer -> peer.send("220 mx\r\n421 bye\r\n"));
    assertThat(reply().reply()).isEqualTo(Reply.of("220 mx"));
    assertThat(reply().reply()).isEqualTo(Reply.of("421 bye"));
  }

  @Test
  void whatIsTypedIsSentAsItIs() throws Exception {
    connect(RecordingServer.smtp());
    reply();
    type("  EHLO \"ü\" \\ !! \uDCE4  ");
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ANSWERED);
    byte[] expected = "  EHLO \"ü\" \\ !! ?  \r\n".getBytes(StandardCharsets.UTF_8);
    expected[expected.length - 5] = (byte) 0xE4;
    assertThat(server.peer().receivedOctets()).isEqualTo(expected);
  }

  @Test
  void noticesComeInTheOrderOfWhatHappened() throws Exception {
    connect(RecordingServer.smtp());
    reply();
    for (int i = 0; i < 200; i++) {
      client.type("NOOP " + i);
    }
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ANSWERED);
    List<String> sent = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    for (Notice notice : notices) {
      if (notice instanceof Notice.Sent line) {
        sent.add(line.line());
      } else if (notice instanceof Notice.Replied replied) {
        answered.add(replied.turn().asked().orElseThrow().line());
        assertThat(sent).hasSizeGreaterThanOrEqualTo(answered.size());
      }
    }
    assertThat(sent).hasSize(200);
    assertThat(answered).isEqualTo(sent);
  }

  @Test
  void aLineThatIsNoLineIsNotSent() throws Exception {
    connect(RecordingServer.smtp());
    reply();
    for (String bad : List.of("a\r", "a\nb", "\0")) {
      assertThatIllegalArgumentException().isThrownBy(() -> client.type(bad));
    }
    assertThat(notices).isEmpty();
    assertThat(client.view().waiting()).isEmpty();
  }

  @Test
  void waitingEndsWithTheAnswer() throws Exception {
    connect(
        peer -> {
          peer.send("220 mx\r\n");
          peer.expect("NOOP");
          peer.awaitRelease();
          peer.send("250 ok\r\n");
        });
    reply();
    type("NOOP");
    assertThat(client.await(Duration.ofMillis(20))).isEqualTo(Client.Waited.TIMED_OUT);
    server.release();
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ANSWERED);
  }

  @Test
  void waitingCanBeStopped() throws Exception {
    connect(peer -> peer.send("220 mx\r\n"));
    reply();
    type("NOOP");
    CompletableFuture<Client.Waited> waited =
        CompletableFuture.supplyAsync(() -> client.await(LONG));
    // It may not wait yet, and a stop before its time counts for nothing.
    while (!waited.isDone()) {
      client.stopWaiting();
    }
    assertThat(waited.get()).isEqualTo(Client.Waited.STOPPED);
    assertThat(client.view().ending()).isEmpty();
  }

  @Test
  void waitingEndsWithTheConnection() throws Exception {
    connect(
        peer -> {
          peer.send("220 mx\r\n");
          peer.expect("NOOP");
          peer.close();
        });
    reply();
    type("NOOP");
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ENDED);
    assertThat(ending().cause()).isEqualTo(Ending.Cause.SERVER_CLOSED);
  }

  @Test
  void quitEndsAsAgreed() throws Exception {
    connect(
        peer -> {
          peer.send("220 mx\r\n");
          peer.expect("QUIT");
          peer.send("221 bye\r\n");
          peer.close();
        });
    reply();
    type("QUIT");
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ENDED);
    reply();
    Ending ending = ending();
    assertThat(ending.cause()).isEqualTo(Ending.Cause.FINISHED);
    assertThat(ending.lost()).isFalse();
  }

  @Test
  void aServerThatForgetsToCloseIsLeft() throws Exception {
    connect(
        peer -> {
          peer.send("220 mx\r\n");
          peer.expect("QUIT");
          peer.send("221 bye\r\n");
        });
    reply();
    type("QUIT");
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ENDED);
    reply();
    assertThat(ending().cause()).isEqualTo(Ending.Cause.FINISHED);
    server.peer().awaitEnd();
  }

  @Test
  void aServerThatClosesWith421IsNoSurprise() throws Exception {
    connect(
        peer -> {
          peer.send("220 mx\r\n421 4.3.2 shutdown\r\n");
          peer.close();
        });
    reply();
    reply();
    Ending ending = ending();
    assertThat(ending.cause()).isEqualTo(Ending.Cause.SERVICE_CLOSING);
    assertThat(ending.lost()).isTrue();
  }

  @Test
  void aHalfClosedConnectionIsOver() throws Exception {
    connect(
        peer -> {
          peer.send("220 mx\r\n");
          peer.endOutput();
        });
    reply();
    assertThat(ending().cause()).isEqualTo(Ending.Cause.SERVER_CLOSED);
    assertThat(client.type("NOOP")).isFalse();
    server.peer().awaitEnd();
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aResetIsNamed() throws Exception {
    connect(
        peer -> {
          peer.send("220 mx\r\n");
          peer.expect("DATA");
          peer.reset();
        });
    reply();
    type("DATA");
    Ending ending = ending();
    assertThat(ending.cause()).isEqualTo(Ending.Cause.RESET);
    assertThat(ending.lost()).isTrue();
  }

  @Test
  void aReplyCutOffByTheEndIsKept() throws Exception {
    connect(
        peer -> {
          peer.send("220 mx\r\n250-one\r\n250-tw");
          peer.close();
        });
    reply();
    Reply unfinished = ending().unfinished().orElseThrow();
    assertThat(unfinished.lines()).containsExactly("250-one", "250-tw");
    assertThat(unfinished.flaws()).containsExactly(ReplyFlaw.UNFINISHED);
  }

  @Test
  void theEndIsToldOnce() throws Exception {
    connect(peer -> peer.send("220 mx\r\n"));
    reply();
    client.close();
    client.close();
    assertThat(ending().cause()).isEqualTo(Ending.Cause.LEFT);
    server.peer().awaitEnd();
    assertThat(client.awaitEnd(LONG)).isEqualTo(Client.Waited.ENDED);
    assertThat(client.type("NOOP")).isFalse();
    assertThat(notices).isEmpty();
  }

  @Test
  void leavingFreesAWriteThatTheServerDoesNotTake() throws Exception {
    server = RecordingServer.silent();
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listenTo(new Raw(), deaf.getLocalPort());
      String megabyte = "x".repeat(1 << 20);
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                while (client.type(megabyte)) {
                  notices.add(new Notice.Sent("written", LineKind.TEXT, Secrecy.NOTHING));
                }
              });
      // When nothing more is told, the buffers of the system are full and the write stands still.
      while (notices.poll(500, MILLISECONDS) != null) {
        assertThat(writer).isNotDone();
      }
      client.close();
      writer.get(30, SECONDS);
      assertThat(ending().cause()).isEqualTo(Ending.Cause.LEFT);
    }
  }

  @Test
  void pouredTextGoesOnlyWhereTextIsDue() throws Exception {
    connect(RecordingServer.smtp());
    reply();
    assertThat(client.pourText("too early")).isFalse();
    type("DATA");
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ANSWERED);
    assertThat(client.view().progress().phase()).isEqualTo(Phase.TEXT);
    assertThat(client.pourText("..one")).isTrue();
    client.flush();
    client.type(".");
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ANSWERED);
    assertThat(server.received()).isEqualTo("DATA\r\n..one\r\n.\r\n");
  }
}
