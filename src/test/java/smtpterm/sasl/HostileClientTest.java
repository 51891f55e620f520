package smtpterm.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.sasl.ClientLogin.Initial;
import smtpterm.sasl.LoginStep.Outcome;

/** What clients can send that no honest one would. */
final class HostileClientTest {
  private static final Place PLACE = new Place("smtp", "mail.example", 25);
  private static final Account ANNA = new Account("anna", "geheim");
  private static final LoginDesk DESK =
      new LoginDesk(PLACE, user -> user.equals("anna") ? Optional.of(ANNA) : Optional.empty())
          .withCertificateOf("anna");

  /** Right answers with a few octets changed, cut off or made longer, and octets at random. */
  @ParameterizedTest
  @MethodSource("smtpterm.sasl.EachMechanismTest#served")
  void noAnswerBreaksAMachineOrOpensWithAWrongPassword(Mechanism mechanism) throws SaslException {
    Random random = new Random(mechanism.name().hashCode());
    for (int n = 0; n < 80; n++) {
      try (ClientLogin client =
          ClientLogin.with(mechanism, PLACE, "anna", "geheinn".toCharArray())) {
        client.begin(Initial.NEVER);
        ServerLogin server = DESK.open(mechanism.wireName());
        LoginStep step = server.begin(Optional.empty());
        int rounds = 0;
        while (step.outcome() == Outcome.ASK) {
          assertThat(rounds++).isLessThan(12);
          ClientLine line = client.answer(step.text());
          byte[] answer = Base64Line.decode(line.line()).orElse(new byte[0]);
          step = server.answer(Base64Line.encode(changed(answer, random)));
        }
        boolean open = mechanism == Mechanism.ANONYMOUS || mechanism == Mechanism.EXTERNAL;
        assertThat(open || step.outcome() == Outcome.WRONG).isTrue();
      }
    }
  }

  private static byte[] changed(byte[] answer, Random random) {
    int length = Math.max(0, answer.length + random.nextInt(7) - 3);
    byte[] changed = Arrays.copyOf(answer, random.nextInt(4) == 0 ? length : answer.length);
    for (int n = random.nextInt(3); n > 0 && changed.length > 0; n--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=\"anna\",realm=\"mail.example\",nonce=\"NONCE\",nc=xyz,cnonce=\"c\","
            + "digest-uri=\"smtp/x\",response=0,qop=auth",
        "username=\"anna\",realm=\"mail.example\",nonce=\"NONCE\",nc=00000001,cnonce=\"c\","
            + "digest-uri=\"smtp/x\",response=00000000000000000000000000000000,maxbuf=x,qop=auth",
        "username=\"anna\",realm=\"mail.example\",nonce=\"NONCE\",nc=00000001,cnonce=\"c\","
            + "digest-uri=\"smtp/x\",response=00000000000000000000000000000000,maxbuf=-1,qop=auth",
        "username=\"anna\",realm=\"mail.example\",nonce=\"NONCE\",nc=00000001,cnonce=\"c\","
            + "digest-uri=\"x\",response=00000000000000000000000000000000,qop=auth-conf,cipher=rc4",
        "nc=ffffffffffffffffffff",
        "username=\"",
        "=",
        ",,,",
        "charset=latin1",
        "\"\"\"\\"
      })
  void aDigestResponseOfTheWrongFormIsWrong(String answer) {
    ServerLogin server = DESK.open("DIGEST-MD5");
    String challenge =
        new String(Base64Line.decode(server.begin(Optional.empty()).text()).orElseThrow(), UTF_8);
    String nonce = Directives.parse(challenge).get("nonce");
    assertThat(server.answer(Base64Line.encode(answer.replace("NONCE", nonce))).outcome())
        .isEqualTo(Outcome.WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "realm=\"r\",nonce=\"n\",qop=\"auth\",algorithm=md5-sess,maxbuf=x",
        "realm=\"r\",nonce=\"n\",qop=\"auth\",algorithm=md5-sess,maxbuf=99999999999999",
        "realm=\"r\",nonce=\"n\",qop=\"auth-conf\",cipher=\"rc4\",algorithm=md5-sess",
        "realm=\"r\",nonce=\"n\",nonce=\"m\",algorithm=md5-sess",
        "realm=\"r\",algorithm=md5-sess",
        "nonce=\"",
        "=",
        ",,,",
        "charset=latin1,nonce=\"n\",algorithm=md5-sess",
        "stale=true,stale=true"
      })
  void aDigestChallengeOfTheWrongFormIsGivenUp(String challenge) throws SaslException {
    try (ClientLogin client =
        ClientLogin.with(Mechanism.DIGEST_MD5, PLACE, "anna", "geheim".toCharArray())) {
      client.begin(Initial.USUAL);
      assertThat(client.answer(Base64Line.encode(challenge)).objection().orElseThrow().reason())
          .isEqualTo(Objection.Reason.MALFORMED);
    }
  }

  @Test
  void aClientThatAnswersForEverIsWrongAfterTenAnswers() {
    ServerLogin server = DESK.open("LOGIN");
    LoginStep step = server.begin(Optional.empty());
    for (int n = 0; n < 11; n++) {
      step = server.answer("");
    }
    assertThat(step.outcome()).isEqualTo(Outcome.WRONG);
  }

  @Test
  void aProofThatIsNoBase64OrForAnotherNonceIsWrong() throws SaslException {
    for (String change : new String[] {",p=!", ",p=", ",r=x,p=AAAA", "", ",p=AAAA,p=AAAA"}) {
      ServerLogin server = DESK.open("SCRAM-SHA-1");
      LoginStep step = server.begin(Optional.of(Base64Line.encode("n,,n=anna,r=abc")));
      String first = new String(Base64Line.decode(step.text()).orElseThrow(), UTF_8);
      String nonce = ScramFields.of(first).value('r').orElseThrow();
      String last = "c=biws,r=" + nonce + change;
      assertThat(server.answer(Base64Line.encode(last)).outcome())
          .as(change)
          .isEqualTo(Outcome.WRONG);
    }
  }
}
