package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import smtpterm.sasl.ClientLogin;
import smtpterm.sasl.ClientLogin.Initial;
import smtpterm.sasl.Mechanism;
import smtpterm.sasl.Place;

/** Every login from AUTH to its end, through a socket, in both protocols. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WholeLoginTest {
  private static PracticeServer server;

  @BeforeAll
  static void start() throws IOException {
    server = PracticeServer.start(Settings.standard().withPort(0), d -> {});
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> logins() {
    Set<Mechanism> mechanisms =
        EnumSet.of(
            Mechanism.LOGIN,
            Mechanism.PLAIN,
            Mechanism.CRAM_MD5,
            Mechanism.DIGEST_MD5,
            Mechanism.SCRAM_SHA_1,
            Mechanism.SCRAM_SHA_256,
            Mechanism.SCRAM_SHA_512);
    return mechanisms.stream()
        .flatMap(m -> Stream.of(Initial.values()).map(form -> Arguments.of(m, form)));
  }

  /** Says a line and gives the reply to it. */
  @FunctionalInterface
  private interface Saying {
    String say(String line) throws IOException;
  }

  /**
   * The reply that ends a login.
   *
   * @param challenge how a question begins
   */
  private static String outcome(ClientLogin login, Initial form, Saying talk, String challenge)
      throws IOException {
    String reply = talk.say(login.begin(form).line());
    while (reply.startsWith(challenge)) {
      reply = talk.say(login.answer(reply.substring(challenge.length())).line());
    }
    return reply;
  }

  /** RFC 4954 section 4: with SCRAM the client says an empty line to the server's proof. */
  @ParameterizedTest
  @MethodSource("logins")
  void bySmtp(Mechanism mechanism, Initial form) throws IOException {
    Place place = new Place("smtp", "mail.kolleg.de", server.port());
    for (String password : List.of("false", "geheim")) {
      boolean right = password.equals("geheim");
      try (Talk talk = Talk.greeted(server);
          ClientLogin login = ClientLogin.with(mechanism, place, "anna", password.toCharArray())) {
        assertThat(outcome(login, form, talk::say, "334 "))
            .startsWith(right ? "235 2.7.0 " : "535 5.7.8 ");
        assertThat(login.accepted().isEmpty()).isEqualTo(right || !mechanism.mutual());
        assertThat(talk.say("AUTH PLAIN AGFubmEAZ2VoZWlt")).startsWith(right ? "503 " : "235 ");
      }
    }
  }

  /** RFC 5034 section 4. */
  @ParameterizedTest
  @MethodSource("logins")
  void byPop3(Mechanism mechanism, Initial form) throws IOException {
    Place place = new Place("pop", "mail.kolleg.de", server.port(Service.POP3));
    for (String password : List.of("false", "geheim")) {
      boolean right = password.equals("geheim");
      try (PopTalk talk = new PopTalk(server);
          ClientLogin login = ClientLogin.with(mechanism, place, "anna", password.toCharArray())) {
        assertThat(outcome(login, form, talk::say, "+ "))
            .startsWith(right ? "+OK anna has 0 messages" : "-ERR [AUTH] ");
        assertThat(login.accepted().isEmpty()).isEqualTo(right || !mechanism.mutual());
        assertThat(talk.say("STAT")).isEqualTo(right ? "+OK 0 0" : "-ERR STAT: log in first");
      }
    }
  }
}
