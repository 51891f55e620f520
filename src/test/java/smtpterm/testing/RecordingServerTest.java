package smtpterm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingServerTest {

  /** The client's side of one connection. */
  private static final class Client implements AutoCloseable {
    final Socket socket;
    final BufferedReader input;

    Client(RecordingServer server) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      input =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void send(String text) throws IOException {
      OutputStream output = socket.getOutputStream();
      output.write(text.getBytes(StandardCharsets.UTF_8));
    }

    String ask(String line) throws IOException {
      send(line + "\r\n");
      return input.readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void everyOctetIsRecordedAsItCame() throws IOException {
    try (RecordingServer server = RecordingServer.silent();
        Client client = new Client(server)) {
      client.send("ü\r\n .\n\0");
      server.awaitReceived("\0");
      assertThat(server.peer().receivedOctets())
          .isEqualTo("ü\r\n .\n\0".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFriendlyServerTakesAMail() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        Client client = new Client(server)) {
      assertThat(client.input.readLine()).isEqualTo("220 mx.test ESMTP");
      assertThat(client.ask("mail FROM:<a@b.test>")).isEqualTo("250 ok");
      assertThat(client.ask("DATA")).isEqualTo("354 go on");
      assertThat(client.ask("QUIT\r\nDATA\r\n.")).isEqualTo("250 ok");
      assertThat(client.ask("QUIT")).isEqualTo("221 bye");
    }
  }

  @Test
  void someAnswersCanBeOthers() throws IOException {
    try (RecordingServer server =
            RecordingServer.smtp(Map.of("DATA", "554 no\r\n", "AUTH", "", ".", "452 full\r\n"));
        Client client = new Client(server)) {
      client.input.readLine();
      assertThat(client.ask("DATA")).isEqualTo("554 no");
      assertThat(client.ask("AUTH LOGIN\r\n.")).isEqualTo("452 full");
    }
  }

  @Test
  void theTestDecidesWhenTheAnswerComes() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.expect("AUTH LOGIN");
                  peer.awaitRelease();
                  peer.sendOneByOne("334 ü\r\n");
                });
        Client client = new Client(server)) {
      client.send("AUTH LOGIN\r\nsecret\r\n");
      server.awaitReceived("secret\r\n");
      server.send("250 before\r\n");
      server.release();
      assertThat(client.input.readLine()).isEqualTo("250 before");
      assertThat(client.input.readLine()).isEqualTo("334 ü");
    }
  }

  @Test
  void halfClosedItStillListens() throws IOException {
    try (RecordingServer server = RecordingServer.playing(Peer::endOutput);
        Client client = new Client(server)) {
      assertThat(client.input.readLine()).isNull();
      client.send("still here");
      client.socket.shutdownOutput();
      assertThat(server.peer().awaitEnd()).isEqualTo("still here");
    }
  }

  @Test
  void aClosedConnectionEndsAndABrokenOneIsReset() throws IOException {
    try (RecordingServer server =
            RecordingServer.answering(
                "220 hi\r\n", line -> line.equals("EHLO") ? "250 ok\r\n" : "");
        Client closed = new Client(server);
        Client broken = new Client(server)) {
      assertThat(closed.input.readLine()).isEqualTo("220 hi");
      assertThat(closed.ask("EHLO")).isEqualTo("250 ok");
      assertThat(broken.input.readLine()).isEqualTo("220 hi");
      server.peer(0).close();
      assertThat(closed.input.readLine()).isNull();
      server.peer(1).reset();
      assertThatThrownBy(broken.input::readLine).isInstanceOf(SocketException.class);
      assertThat(server.clients()).isEqualTo(2);
    }
  }

  @Test
  void aFailedConversationFailsTheTest() throws IOException {
    RecordingServer server = RecordingServer.playing(peer -> peer.expect("EHLO"));
    try (Client client = new Client(server)) {
      client.send("HELO\r\n");
      assertThat(client.input.readLine()).isNull();
    }
    assertThatThrownBy(server::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected the line EHLO but got HELO");
  }
}
