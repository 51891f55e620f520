package smtpterm.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import smtpterm.sasl.ClientLogin.Initial;
import smtpterm.sasl.LoginStep.Outcome;

/** Client against server, for every mechanism, with and without an answer on the AUTH line. */
final class EachMechanismTest {
  private static final Place PLACE = new Place("smtp", "127.0.0.1", 25);
  private static final LoginDesk DESK =
      new LoginDesk(new Place("smtp", "mail.kolleg.de", 25), EachMechanismTest::find)
          .withCertificateOf("jörg");

  private static Optional<Account> find(String user) {
    return user.equals("jörg") ? Optional.of(new Account("jörg", "größe€,= \"")) : Optional.empty();
  }

  static EnumSet<Mechanism> served() {
    EnumSet<Mechanism> all = EnumSet.allOf(Mechanism.class);
    all.removeIf(m -> m.secret() == Mechanism.Secret.TOKEN);
    return all;
  }

  private static Outcome talk(Mechanism mechanism, String user, String password, Initial form)
      throws SaslException {
    try (ClientLogin client = ClientLogin.with(mechanism, PLACE, user, password.toCharArray())) {
      String[] words = client.begin(form).line().split(" ", -1);
      ServerLogin server = DESK.open(words[1]);
      LoginStep step = server.begin(words.length > 2 ? Optional.of(words[2]) : Optional.empty());
      while (step.outcome() == Outcome.ASK) {
        step = server.answer(client.answer(step.text()).line());
      }
      boolean yes = step.outcome() == Outcome.ACCEPT || step.outcome() == Outcome.GUEST;
      assertThat(client.accepted().isEmpty()).isEqualTo(yes || !mechanism.mutual());
      return step.outcome();
    }
  }

  @ParameterizedTest
  @MethodSource("served")
  void theRightPasswordOpensAndUmlautsSurvive(Mechanism mechanism) throws SaslException {
    Outcome yes = mechanism == Mechanism.ANONYMOUS ? Outcome.GUEST : Outcome.ACCEPT;
    for (Initial form : Initial.values()) {
      assertThat(talk(mechanism, "jörg", "größe€,= \"", form)).as("%s", form).isEqualTo(yes);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Mechanism.class,
      names = {"EXTERNAL", "ANONYMOUS", "XOAUTH2", "OAUTHBEARER"},
      mode = EnumSource.Mode.EXCLUDE)
  void aWrongPasswordAndAnUnknownNameAreRefusedAlike(Mechanism mechanism) throws SaslException {
    for (Initial form : Initial.values()) {
      assertThat(talk(mechanism, "jörg", "falsch", form)).isEqualTo(Outcome.WRONG);
      assertThat(talk(mechanism, "nobody", "größe€,= \"", form)).isEqualTo(Outcome.WRONG);
    }
  }

  @Test
  void digestMd5NeedsTheServiceThatItWasMadeFor() throws SaslException {
    LoginDesk pop = DESK.forService("pop");
    try (ClientLogin client =
        ClientLogin.with(
            Mechanism.DIGEST_MD5,
            new Place("pop", "127.0.0.1", 110),
            "jörg",
            "größe€,= \"".toCharArray())) {
      client.begin(Initial.USUAL);
      ServerLogin server = pop.open("DIGEST-MD5");
      LoginStep step = server.answer(client.answer(server.begin(Optional.empty()).text()).line());
      assertThat(step.outcome()).isEqualTo(Outcome.ASK);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN, USUAL, AUTH LOGIN",
    "LOGIN, ALWAYS, AUTH LOGIN YW5uYQ==",
    "LOGIN, NEVER, AUTH LOGIN",
    "PLAIN, USUAL, AUTH PLAIN AGFubmEAZ2VoZWlt",
    "PLAIN, NEVER, AUTH PLAIN",
    "CRAM_MD5, ALWAYS, AUTH CRAM-MD5",
    "DIGEST_MD5, USUAL, AUTH DIGEST-MD5",
    "EXTERNAL, USUAL, AUTH EXTERNAL YW5uYQ==",
    "ANONYMOUS, USUAL, AUTH ANONYMOUS YW5uYQ==",
    "SCRAM_SHA_256, NEVER, AUTH SCRAM-SHA-256"
  })
  void theAuthLineIsAsWanted(Mechanism mechanism, Initial form, String line) throws SaslException {
    try (ClientLogin login = ClientLogin.with(mechanism, PLACE, "anna", "geheim".toCharArray())) {
      assertThat(login.begin(form).line()).isEqualTo(line);
    }
  }

  @Test
  void externalWithoutANameBeginsWithAnEqualsSign() throws SaslException {
    try (ClientLogin login = ClientLogin.with(Mechanism.EXTERNAL, PLACE, "", new char[0])) {
      assertThat(login.begin(Initial.USUAL).line()).isEqualTo("AUTH EXTERNAL =");
    }
  }

  /** RFC 5034 section 4: an AUTH line of POP3 has at most 255 octets, its end included. */
  @Test
  void anAnswerTooLongForTheAuthLineComesAfterTheQuestion() throws SaslException {
    for (int length : new int[] {171, 172, 173, 174, 175, 176, 177, 178, 9_000, 12_000}) {
      for (String service : List.of("pop", "smtp")) {
        char[] password = "x".repeat(length).toCharArray();
        try (ClientLogin login =
            ClientLogin.with(Mechanism.PLAIN, new Place(service, "h", 1), "anna", password)) {
          String line = login.begin(Initial.USUAL).line();
          String whole = "AUTH PLAIN " + Base64Line.encode("\0anna\0" + new String(password));
          boolean fits = whole.length() + 2 <= (service.equals("pop") ? 255 : 12_288);
          assertThat(line).isEqualTo(fits ? whole : "AUTH PLAIN");
          if (!fits) {
            assertThat("AUTH PLAIN " + login.answer("").line()).isEqualTo(whole);
          }
        }
      }
    }
  }

  @Test
  void tokensTravelAsTheServicesWantThem() throws SaslException {
    char[] token = "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg==".toCharArray();
    try (ClientLogin login =
        ClientLogin.with(Mechanism.XOAUTH2, PLACE, "someuser@example.com", token)) {
      // The example in the description of XOAUTH2 by Google.
      assertThat(login.begin(Initial.USUAL).line())
          .isEqualTo(
              "AUTH XOAUTH2 dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxb"
                  + "VRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2c9PQEB");
      assertThat(login.answer(Base64Line.encode("{\"status\":\"401\"}")).line()).isEmpty();
    }
    // RFC 7628 section 4.1 and 4.3
    char[] other = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==".toCharArray();
    try (ClientLogin login =
        ClientLogin.with(
            Mechanism.OAUTHBEARER,
            new Place("imap", "server.example.com", 143),
            "user@example.com",
            other)) {
      assertThat(login.begin(Initial.USUAL).line())
          .isEqualTo(
              "AUTH OAUTHBEARER bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvc"
                  + "nQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2"
                  + "c9PQEB");
      assertThat(login.answer(Base64Line.encode("{\"status\":\"invalid_token\"}")).line())
          .isEqualTo("AQ==");
      assertThat(login.answer("").objection().orElseThrow().reason())
          .isEqualTo(Objection.Reason.UNEXPECTED);
    }
  }

  @Test
  void namesWithCommasAndEqualsSignsAreWrittenOtherwise() throws SaslException {
    try (ClientLogin scram =
            ClientLogin.with(Mechanism.SCRAM_SHA_1, PLACE, "a,b=c", new char[] {'x'});
        ClientLogin bearer =
            ClientLogin.with(Mechanism.OAUTHBEARER, PLACE, "a,b=c", new char[] {'x'})) {
      assertThat(decoded(scram)).startsWith("n,,n=a=2Cb=3Dc,r=");
      assertThat(decoded(bearer)).startsWith("n,a=a=2Cb=3Dc,\1host=127.0.0.1\1port=25\1");
    }
  }

  private static String decoded(ClientLogin login) throws SaslException {
    String[] words = login.begin(Initial.USUAL).line().split(" ", -1);
    return new String(
        Base64Line.decode(words[2]).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void withoutANameOrAPasswordScramDoesNotBegin() {
    char[] none = new char[0];
    assertThatThrownBy(() -> ClientLogin.with(Mechanism.SCRAM_SHA_1, PLACE, "anna", none))
        .isInstanceOf(SaslException.class);
    assertThatThrownBy(() -> ClientLogin.with(Mechanism.SCRAM_SHA_1, PLACE, "", new char[] {'x'}))
        .isInstanceOf(SaslException.class);
  }

  @Test
  void theBestIsTheStrongestAndUnderTlsThePasswordMayTravel() {
    List<String> offered = new ArrayList<>(DESK.mechanisms());
    assertThat(Mechanism.best(offered, false)).contains(Mechanism.SCRAM_SHA_512);
    offered.removeIf(m -> m.startsWith("SCRAM"));
    assertThat(Mechanism.best(offered, false)).contains(Mechanism.DIGEST_MD5);
    assertThat(Mechanism.best(offered, true)).contains(Mechanism.PLAIN);
    assertThat(Mechanism.best(List.of("LOGIN", "CRAM-MD5"), false)).contains(Mechanism.CRAM_MD5);
    assertThat(Mechanism.best(List.of("LOGIN", "PLAIN"), false)).contains(Mechanism.LOGIN);
    assertThat(
            Mechanism.best(
                List.of("ANONYMOUS", "EXTERNAL", "XOAUTH2", "OAUTHBEARER", "NTLM"), true))
        .isEmpty();
    assertThat(Mechanism.named("scram-sha-256")).contains(Mechanism.SCRAM_SHA_256);
    assertThat(Mechanism.named("SCRAM-SHA-256-PLUS")).isEmpty();
  }
}
