package smtpterm.wire;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.testing.RecordingServer;

@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class ConnectionTest {
  private RecordingServer server;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException {
    server = RecordingServer.silent();
    connection =
        new Connector(Duration.ofSeconds(30), AddressFamily.ANY)
            .open(new Endpoint("127.0.0.1", server.port()), new Connector.Unwatched());
  }

  @AfterEach
  void closeBoth() {
    connection.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "  EHLO  me  ",
        ".",
        "..",
        "\t",
        "ü€😊",
        "a\u0001\u001b[2J",
        "\\ ' \" ! # ~ / R Q k"
      })
  void aLineGoesOutAsItIsPlusCrLf(String line) throws IOException {
    connection.writeLine(line);
    connection.close();
    assertThat(server.peer().awaitEnd()).isEqualTo(line + "\r\n");
  }

  @Test
  void octetsThatAreNoUtf8GoOutAsTheyCameIn() throws IOException {
    connection.writeLine("\uDCE4\uDCFF");
    connection.close();
    server.peer().awaitEnd();
    assertThat(server.peer().receivedOctets())
        .containsExactly((byte) 0xE4, (byte) 0xFF, (byte) '\r', (byte) '\n');
  }

  @Test
  void aLineOfManyOctetsArrivesWhole() throws IOException {
    String line = "x".repeat(300_000);
    connection.writeLine(line);
    connection.close();
    assertThat(server.peer().awaitEnd()).isEqualTo(line + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\0", "QUIT\r\nDATA", "a\rb", "a\nb", "a\0b"})
  void whatWouldBeMoreThanOneLineIsRefused(String line) throws IOException {
    assertThat(Connection.sendable(line)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> connection.writeLine(line));
    assertThatIllegalArgumentException().isThrownBy(() -> connection.queueLine(line));
    connection.writeLine("end");
    connection.close();
    assertThat(server.peer().awaitEnd()).isEqualTo("end\r\n");
  }

  @Test
  void queuedLinesGoOutAtTheFlush() throws IOException {
    connection.queueLine("one");
    connection.queueLine("two");
    assertThat(server.received()).isEmpty();
    connection.flush();
    server.awaitReceived("one\r\ntwo\r\n");
  }

  @Test
  void whoAndWhereIsKnown() {
    assertThat(connection.address()).isEqualTo("127.0.0.1");
    assertThat(connection.loopback()).isTrue();
    assertThat(connection.connectTime()).isPositive();
    assertThat(connection.endpoint()).hasToString("127.0.0.1:" + server.port());
  }

  @Test
  void closingFreesAReader() throws Exception {
    CompletableFuture<Line> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return connection.input().read();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    connection.close();
    connection.close();
    assertThatThrownBy(() -> read.get(30, SECONDS)).isInstanceOf(ExecutionException.class);
  }

  @Test
  void anExpectedEndThatDoesNotComeIsNotAwaitedForEver() {
    connection.expectEnd(Duration.ofMillis(50));
    assertThatThrownBy(() -> connection.input().read()).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void expectingTheEndOfAClosedConnectionDoesNoHarm() {
    connection.close();
    connection.expectEnd(Duration.ofMillis(50));
    assertThatThrownBy(() -> connection.writeLine("x")).isInstanceOf(IOException.class);
  }
}
