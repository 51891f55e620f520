package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sockets and threads: many clients, odd clients, clients that go away. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PracticeServerTest {
  private static final Settings ANY_PORT = Settings.standard().withPort(0);
  private static final String WHOLE_MAIL =
      String.join(
          "\r\n",
          "EHLO laptop",
          "MAIL FROM:<anna@kolleg.de>",
          "RCPT TO:<bob@kolleg.de>",
          "DATA",
          "Subject: x",
          "",
          "..zwei",
          ".",
          "QUIT",
          "");
  private static final List<String> CODES_OF_IT =
      List.of("220", "250", "250", "250", "354", "250", "221");

  private static List<String> codes(List<String> replies) {
    return replies.stream().map(r -> r.substring(0, 3)).toList();
  }

  @Test
  void allCommandsInOnePacketAreAnsweredInOrder() throws IOException {
    try (PracticeServer server = PracticeServer.start(ANY_PORT, d -> {});
        Talk talk = new Talk(server)) {
      talk.send(WHOLE_MAIL);
      assertThat(codes(talk.rest())).isEqualTo(CODES_OF_IT);
      assertThat(server.mailboxes().mail("bob", 1).orElseThrow().lines(9)).endsWith(".zwei");
    }
  }

  @Test
  void octetByOctetIsTheSame() throws IOException {
    try (PracticeServer server = PracticeServer.start(ANY_PORT, d -> {});
        Talk talk = new Talk(server)) {
      for (int i = 0; i < WHOLE_MAIL.length(); i++) {
        talk.send(WHOLE_MAIL.substring(i, i + 1));
      }
      assertThat(codes(talk.rest())).isEqualTo(CODES_OF_IT);
    }
  }

  @Test
  void anAnswerIsNotHeldBackByHalfACommandBehindIt() throws IOException {
    try (PracticeServer server = PracticeServer.start(ANY_PORT, d -> {});
        Talk talk = Talk.greeted(server)) {
      talk.send("NOOP\r\nNO");
      assertThat(talk.reply()).containsExactly("250 2.0.0 Ok");
      talk.send("OP\r\n");
      assertThat(talk.reply()).containsExactly("250 2.0.0 Ok");
    }
  }

  @Test
  void aClientThatHalfClosesGetsAllItsReplies() throws IOException {
    try (PracticeServer server = PracticeServer.start(ANY_PORT, d -> {});
        Talk talk = new Talk(server)) {
      talk.send("EHLO laptop\r\nVRFY bob\r\n" + "NOOP\r\n".repeat(10_000) + "QU");
      talk.halfClose();
      assertThat(talk.rest())
          .hasSize(10_003)
          .startsWith("220 mail.kolleg.de ESMTP smtpterm practice server", "250 HELP")
          .endsWith("250 2.0.0 Ok");
    }
  }

  @Test
  void whatComesBehindQuitMeansNothingAndDoesNotCutTheGoodBye() throws IOException {
    try (PracticeServer server = PracticeServer.start(ANY_PORT, d -> {});
        Talk talk = new Talk(server)) {
      talk.send("QUIT\r\nNOOP\r\n" + "x".repeat(60_000));
      assertThat(codes(talk.rest())).containsExactly("220", "221");
    }
  }

  @Test
  void thirtyClientsAtOnceLoseNoMail() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(30);
    try (PracticeServer server = PracticeServer.start(ANY_PORT, d -> {})) {
      List<Future<Set<String>>> clients = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        int number = i;
        clients.add(pool.submit(() -> sendTwenty(server, number)));
      }
      List<String> replies = new ArrayList<>();
      for (Future<Set<String>> client : clients) {
        replies.addAll(client.get());
      }
      List<StoredMail> mails = server.mailboxes().list("bob").orElseThrow();
      assertThat(replies).hasSize(600).doesNotHaveDuplicates();
      assertThat(mails.stream().map(m -> "250 2.0.0 Ok: queued as " + m.id()))
          .containsExactlyInAnyOrderElementsOf(replies);
      assertThat(mails.stream().map(StoredMail::subject).collect(Collectors.toSet())).hasSize(600);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Set<String> sendTwenty(PracticeServer server, int client) throws IOException {
    List<String> replies = new ArrayList<>();
    try (Talk talk = Talk.greeted(server)) {
      for (int i = 0; i < 20; i++) {
        replies.add(talk.mail("bob@kolleg.de", "Subject: " + client + "/" + i + "\r\n\r\nx"));
      }
      assertThat(talk.say("QUIT")).startsWith("221 ");
    }
    return Set.copyOf(replies);
  }

  @Test
  void aClientThatNeverReadsBlocksNobodyAndIsDropped() throws IOException {
    Settings impatient = ANY_PORT.withTimeout(Duration.ofMillis(1_500)).withClients(2);
    try (PracticeServer server = PracticeServer.start(impatient, d -> {});
        Socket deaf =
            new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port())) {
      byte[] many = "HELP\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
      OutputStream out = deaf.getOutputStream();
      out.write(many);
      try (Talk talk = Talk.greeted(server)) {
        assertThat(talk.mail("bob@kolleg.de", "x")).startsWith("250 ");
      }
      // Until the server has enough of it: writing then fails, because the connection is gone.
      assertThatThrownBy(
              () -> {
                while (true) {
                  out.write(many);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  /** RFC 5321 sections 3.8 and 4.5.3.2.7. */
  @Test
  void whoSaysNothingForTooLongIsTold() throws IOException {
    Settings impatient = ANY_PORT.withTimeout(Duration.ofMillis(100));
    try (PracticeServer server = PracticeServer.start(impatient, d -> {});
        Talk talk = new Talk(server)) {
      assertThat(talk.rest()).hasSize(2).last().asString().startsWith("421 4.4.2 ");
    }
  }

  @Test
  void oneClientTooManyIsToldAndLaterServed() throws IOException {
    try (PracticeServer server = PracticeServer.start(ANY_PORT.withClients(2), d -> {})) {
      try (Talk first = Talk.greeted(server);
          Talk second = Talk.greeted(server);
          Talk third = new Talk(server)) {
        assertThat(third.rest()).hasSize(1).first().asString().startsWith("421 4.3.2 ");
        assertThat(first.say("NOOP")).startsWith("250 ");
        assertThat(second.say("QUIT")).startsWith("221 ");
      }
      String greeting = greeting(server);
      while (greeting.startsWith("421 ")) {
        greeting = greeting(server);
      }
      assertThat(greeting).startsWith("220 ");
    }
  }

  private static String greeting(PracticeServer server) throws IOException {
    try (Talk talk = new Talk(server)) {
      return talk.reply().get(0);
    }
  }

  @Test
  void closingEndsAllConnectionsAndFreesThePort() throws IOException {
    PracticeServer server = PracticeServer.start(ANY_PORT, d -> {});
    try (Talk talk = Talk.greeted(server)) {
      server.close();
      server.close();
      assertThat(talk.reply()).containsExactly("421 4.3.2 The server is closing, good-bye");
      assertThat(talk.reply()).isEmpty();
      assertThatThrownBy(() -> new Talk(server)).isInstanceOf(ConnectException.class);
    }
    PracticeServer.start(ANY_PORT.withPort(server.port()), d -> {}).close();
  }

  @Test
  void aTakenPortIsRefusedWhereItWasAskedForAndElseTheNextFreeOneFound() throws IOException {
    try (PracticeServer first = PracticeServer.start(ANY_PORT, d -> {})) {
      assertThatThrownBy(() -> PracticeServer.start(ANY_PORT.withPort(first.port()), d -> {}))
          .isInstanceOf(PortTaken.class)
          .hasMessage("SMTP " + first.port());
      Listening.Port near = new Listening.Port(first.port(), false);
      Listening listening = new Listening(Loopback.addresses(), Map.of(Service.SMTP, near));
      try (PracticeServer second =
          PracticeServer.start(Settings.standard().withListening(listening), d -> {})) {
        assertThat(second.port()).isBetween(first.port() + 1, first.port() + 19);
      }
    }
  }

  @Test
  void eachServiceHasAPortOfItsOwnOnEachLoopbackAddress() throws IOException {
    try (PracticeServer server = PracticeServer.start(ANY_PORT, d -> {})) {
      List<Integer> ports = Arrays.stream(Service.values()).map(server::port).toList();
      assertThat(ports).doesNotHaveDuplicates();
      for (InetAddress address : Loopback.addresses()) {
        new Socket(address, server.port(Service.SUBMISSION)).close();
      }
    }
  }

  @Test
  void noOtherComputerCanReachIt() throws IOException {
    try (PracticeServer server = PracticeServer.start(ANY_PORT, d -> {})) {
      List<InetAddress> own =
          NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
      assertThat(own).anyMatch(InetAddress::isLoopbackAddress);
      for (InetAddress address : own) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, server.port()).close())
              .as(address.toString())
              .isInstanceOf(IOException.class);
        }
      }
      assertThat(greeting(server)).startsWith("220 ");
    }
  }
}
