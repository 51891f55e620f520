package smtpterm.real;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real servers are what the other tests take them for. */
@Tag("real")
class RealServersTest {
  @ParameterizedTest
  @CsvSource({
    "POSTFIX, AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
    "EXIM, AUTH PLAIN LOGIN CRAM-MD5",
    "SENDMAIL, AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
    "AIOSMTPD, AUTH LOGIN PLAIN",
    "DOVECOT_SUBMISSION, AUTH PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 EXTERNAL"
        + " XOAUTH2 OAUTHBEARER",
    "OPENSMTPD, ENHANCEDSTATUSCODES",
  })
  void theyOfferTlsAndTheseMechanisms(Door door, String offer) throws IOException {
    assertThat(answer(door, "220", "EHLO laptop"))
        .allMatch(line -> line.startsWith("250"))
        .anyMatch(line -> line.endsWith("STARTTLS"))
        .anyMatch(line -> line.substring(4).equals(offer));
  }

  @Test
  void dovecotOffersApopByItsGreeting() throws IOException {
    assertThat(answer(Door.DOVECOT_POP3, "\\+OK .*<.*@.*>", "STLS"))
        .last()
        .asString()
        .contains("+OK");
  }

  @Test
  void dovecotSpeaksLmtp() throws IOException {
    assertThat(answer(Door.DOVECOT_LMTP, "220", "LHLO laptop")).contains("250-PIPELINING");
  }

  private static List<String> answer(Door door, String greeting, String command)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(10_000);
      BufferedReader replies =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      assertThat(reply(replies)).last().asString().matches(greeting + ".*");
      socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
      return reply(replies);
    }
  }

  private static List<String> reply(BufferedReader replies) throws IOException {
    List<String> lines = new ArrayList<>();
    do {
      lines.add(replies.readLine());
    } while (lines.get(lines.size() - 1).startsWith("-", 3));
    return lines;
  }
}
