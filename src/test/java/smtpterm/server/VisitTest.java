package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smtpterm.wire.Line;

/** What a visit does with what a dialogue says. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class VisitTest {
  private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
  private final Orders dialogue = new Orders();
  private ServerSocket listening;
  private Socket client;
  private Visit visit;
  private Thread visiting;

  /** Does what the client orders it to do. */
  private static final class Orders implements Dialogue {
    private final CountDownLatch abandoned = new CountDownLatch(1);

    @Override
    public Utterance greeting() {
      return words("hello");
    }

    @Override
    public Optional<Utterance> received(Line line) {
      String[] order = line.text().split(" ", -1);
      return switch (order[0]) {
        case "slow" ->
            Optional.of(words("slow").after(Duration.ofMillis(Long.parseLong(order[1]))));
        case "close" -> Optional.of(words("close").followedBy(Utterance.Then.CLOSE));
        case "tls" -> Optional.of(words("tls").followedBy(Utterance.Then.TLS));
        case "drop" -> Optional.of(words("drop").followedBy(Utterance.Then.DROP));
        case "silence" -> Optional.empty();
        default -> Optional.of(words(line.text()));
      };
    }

    private static Utterance words(String text) {
      return out -> out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean over() {
      return false;
    }

    @Override
    public void abandon() {
      abandoned.countDown();
    }

    @Override
    public void secured() {
      throw new AssertionError("nobody ordered TLS");
    }

    @Override
    public Utterance tooSlow() {
      return words("too slow");
    }

    @Override
    public Utterance closing() {
      return words("closing");
    }
  }

  @BeforeEach
  void listen() throws IOException {
    listening =
        new ServerSocket(0, 1, InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}));
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    assertThat(dialogue.abandoned.await(30, TimeUnit.SECONDS)).isTrue();
    visiting.join();
    listening.close();
    watch.shutdownNow();
  }

  private void connect(Duration patience) throws IOException {
    client = new Socket(listening.getInetAddress(), listening.getLocalPort());
    client.setSoTimeout(30_000);
    ClientSocket socket = new ClientSocket(listening.accept(), watch, patience);
    Channel channel = new Channel(Channel.Role.SMTP, false, false, "127.0.0.1");
    visit = new Visit(socket, dialogue, channel, Optional.empty(), patience);
    visiting = new Thread(visit, "visit");
    visiting.start();
  }

  private void send(String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String rest() throws IOException {
    return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void aSlowAnswerComesAfterItsTimeAndWhatIsBehindItWaits() throws IOException {
    connect(Duration.ofSeconds(30));
    long start = System.nanoTime();
    send("one\r\nslow 300\r\ntwo\r\n");
    byte[] first = client.getInputStream().readNBytes("hello\r\none\r\n".length());
    assertThat(first).asString(StandardCharsets.US_ASCII).isEqualTo("hello\r\none\r\n");
    send("close\r\n");
    assertThat(rest()).isEqualTo("slow\r\ntwo\r\nclose\r\n");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
  }

  @Test
  void nothingIsHeardBehindAGoodBye() throws IOException {
    connect(Duration.ofSeconds(30));
    send("silence\r\nclose\r\nmore\r\n");
    assertThat(rest()).isEqualTo("hello\r\nclose\r\n");
  }

  @Test
  void aDroppedConnectionIsResetAndNotClosed() throws IOException {
    connect(Duration.ofSeconds(30));
    client.getInputStream().readNBytes("hello\r\n".length());
    send("drop\r\n");
    assertThatThrownBy(this::rest)
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void whoIsSilentForTooLongIsToldSo() throws IOException {
    connect(Duration.ofMillis(100));
    assertThat(rest()).isEqualTo("hello\r\ntoo slow\r\n");
  }

  @Test
  void anOctetNowAndThenIsNoLineInTime() throws Exception {
    connect(Duration.ofMillis(300));
    Thread dripping =
        new Thread(
            () -> {
              try {
                while (visiting.isAlive()) {
                  send("x");
                  visiting.join(20);
                }
              } catch (IOException | InterruptedException e) {
                // The server has had enough, as it should.
              }
            });
    dripping.start();
    assertThat(client.getInputStream().readNBytes("hello\r\ntoo slow\r\n".length()))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("hello\r\ntoo slow\r\n");
    dripping.join();
  }

  @Test
  void aDialogueThatWantsTlsWhereThereIsNoneIsNotBelieved() throws IOException {
    connect(Duration.ofSeconds(30));
    send("tls\r\nclose\r\n");
    assertThat(rest())
        .startsWith("hello\r\n454 4.7.0 No TLS at the moment")
        .endsWith("\r\nclose\r\n");
  }

  @Test
  void aClosingServerSaysSoBetweenTwoLines() throws IOException {
    connect(Duration.ofSeconds(30));
    client.getInputStream().readNBytes("hello\r\n".length());
    visit.close(Duration.ofSeconds(10));
    assertThat(rest()).isEqualTo("closing\r\n");
  }

  @Test
  void aClosingServerDoesNotWaitForASlowAnswer() throws Exception {
    connect(Duration.ofHours(1));
    send("one\r\nslow 3000000\r\n");
    client.getInputStream().readNBytes("hello\r\none\r\n".length());
    visit.close(Duration.ofSeconds(10));
    assertThat(rest()).isEqualTo("closing\r\n");
    visiting.join(30_000);
    assertThat(visiting.isAlive()).isFalse();
  }
}
