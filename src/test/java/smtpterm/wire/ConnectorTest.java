package smtpterm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.testing.RecordingServer;

@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class ConnectorTest {
  private static final Connector CONNECTOR =
      new Connector(Duration.ofSeconds(30), AddressFamily.ANY);

  private static ConnectFailure failure(Connector connector, String host, int port) {
    Endpoint endpoint = new Endpoint(host, port);
    ConnectFailure failure =
        catchThrowableOfType(
            ConnectFailure.class, () -> connector.open(endpoint, new Connector.Unwatched()));
    assertThat(failure).as("%s", endpoint).isNotNull();
    assertThat(failure.endpoint()).isEqualTo(endpoint);
    return failure;
  }

  /** A port that nobody listens on: it was ours a moment ago. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Notes what is tried. */
  private static final class Noting implements Connector.Attempt {
    private final List<String> tried = new ArrayList<>();

    @Override
    public void trying(String address) {
      tried.add(address);
    }

    @Override
    public void opening(Closeable connection) {
      assertThat(tried).isNotEmpty();
    }
  }

  @Test
  void nobodyListensOnAFreePort() throws IOException {
    ConnectFailure failure = failure(CONNECTOR, "127.0.0.1", freePort());
    assertThat(failure.reason()).isEqualTo(ConnectFailure.Reason.REFUSED);
    assertThat(failure.tried()).containsExactly("127.0.0.1");
  }

  @Test
  void aNameUnderInvalidIsUnknown() {
    ConnectFailure failure = failure(CONNECTOR, "no-such-host.invalid", 25);
    assertThat(failure.reason()).isEqualTo(ConnectFailure.Reason.UNKNOWN_HOST);
    assertThat(failure.tried()).isEmpty();
  }

  @Test
  void anAddressOfTheOtherFamilyIsNotTried() {
    Connector six = new Connector(Duration.ofSeconds(30), AddressFamily.IPV6);
    ConnectFailure failure = failure(six, "127.0.0.1", 25);
    assertThat(failure.reason()).isEqualTo(ConnectFailure.Reason.NO_SUCH_FAMILY);
    Connector four = new Connector(Duration.ofSeconds(30), AddressFamily.IPV4);
    assertThat(failure(four, "::1", 25).reason()).isEqualTo(ConnectFailure.Reason.NO_SUCH_FAMILY);
  }

  @Test
  void eachAddressOfANameIsTriedInTurn() throws IOException {
    List<String> all = new ArrayList<>();
    for (InetAddress address : InetAddress.getAllByName("localhost")) {
      all.add(address.getHostAddress());
    }
    ConnectFailure failure = failure(CONNECTOR, "localhost", freePort());
    assertThat(failure.tried()).isEqualTo(all);
  }

  @Test
  void theAddressThatAnswersIsUsedAndNamed() throws IOException {
    try (RecordingServer server = RecordingServer.silent()) {
      Noting noting = new Noting();
      Endpoint endpoint = new Endpoint("localhost", server.port());
      try (Connection connection = CONNECTOR.open(endpoint, noting)) {
        assertThat(connection.address()).isEqualTo(noting.tried.get(noting.tried.size() - 1));
        assertThat(connection.endpoint().host()).isEqualTo("localhost");
      }
    }
  }

  @Test
  void closingWhatIsOpenedBreaksTheAttemptOff() throws IOException {
    try (RecordingServer server = RecordingServer.silent()) {
      Connector.Attempt impatient =
          new Connector.Attempt() {
            @Override
            public void trying(String address) {
              assertThat(address).isEqualTo("127.0.0.1");
            }

            @Override
            public void opening(Closeable connection) {
              try {
                connection.close();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            }
          };
      ConnectFailure failure =
          catchThrowableOfType(
              ConnectFailure.class,
              () -> CONNECTOR.open(new Endpoint("127.0.0.1", server.port()), impatient));
      assertThat(failure.reason()).isEqualTo(ConnectFailure.Reason.OTHER);
    }
  }

  @Test
  void aServerThatTakesNobodyTimesOut() throws IOException {
    List<Socket> fillers = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Connector hasty = new Connector(Duration.ofMillis(200), AddressFamily.IPV4);
      ConnectFailure failure = null;
      // The queue of the system takes a few before it is full.
      for (int i = 0; i < 20 && failure == null; i++) {
        try {
          fillers.add(open(hasty, full.getLocalPort()));
        } catch (ConnectFailure e) {
          failure = e;
        }
      }
      assertThat(failure).isNotNull();
      assertThat(failure.reason()).isEqualTo(ConnectFailure.Reason.TIMED_OUT);
    } finally {
      for (Socket filler : fillers) {
        filler.close();
      }
    }
  }

  /** A connection that stays in the queue of the server. */
  private static Socket open(Connector connector, int port) throws ConnectFailure {
    List<Closeable> opened = new ArrayList<>();
    connector.open(
        new Endpoint("127.0.0.1", port),
        new Connector.Attempt() {
          @Override
          public void trying(String address) {
            assertThat(address).isEqualTo("127.0.0.1");
          }

          @Override
          public void opening(Closeable connection) {
            opened.add(connection);
          }
        });
    return (Socket) opened.get(0);
  }

  @ParameterizedTest
  @CsvSource({"h,25,h:25", "::1,25,[::1]:25", "127.0.0.1,65535,127.0.0.1:65535"})
  void anEndpointIsWrittenAsItIsTyped(String host, int port, String typed) {
    assertThat(new Endpoint(host, port)).hasToString(typed);
  }

  @ParameterizedTest
  @CsvSource({"' ',25", "'',25", "h,0", "h,65536", "h,-1"})
  void anEndpointIsChecked(String host, int port) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint(host, port));
  }

  @Test
  void aTimeoutIsMoreThanNothing() {
    for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Connector(bad, AddressFamily.ANY));
    }
  }
}
