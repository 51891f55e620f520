package smtpterm.real;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real servers are what the other tests take them for. */
@Tag("real")
class RealServersTest {
  @ParameterizedTest
  @ValueSource(strings = {"real.postfix", "real.exim"})
  void theyGreetAndOfferLoginWithAndWithoutTls(String server) throws IOException {
    URI place = URI.create("smtp://" + System.getProperty(server));
    try (Socket socket = new Socket(place.getHost(), place.getPort())) {
      socket.setSoTimeout(10_000);
      BufferedReader replies =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));

      assertThat(reply(replies)).last().asString().startsWith("220 ");
      socket.getOutputStream().write("EHLO laptop\r\n".getBytes(US_ASCII));
      assertThat(reply(replies))
          .allMatch(line -> line.startsWith("250"))
          .anyMatch(line -> line.matches("250.AUTH .*\\bLOGIN\\b.*"))
          .anyMatch(line -> line.matches("250.STARTTLS"))
          .anyMatch(line -> line.matches("250.SMTPUTF8"));
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
