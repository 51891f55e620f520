package smtpterm.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.sasl.ClientLogin.Initial;
import smtpterm.sasl.Objection.Reason;

/** What servers can send that no honest one would. */
final class HostileServerTest {
  private static final Place PLACE = new Place("smtp", "mail.example", 25);

  private static ClientLogin login(Mechanism mechanism) throws SaslException {
    return ClientLogin.with(mechanism, PLACE, "anna", "geheim".toCharArray());
  }

  /** The nonce on the AUTH line. */
  private static String begin(ClientLogin login) throws SaslException {
    String word = login.begin(Initial.USUAL).line().split(" ", -1)[2];
    String text = new String(Base64Line.decode(word).orElseThrow(), UTF_8);
    return text.substring(text.indexOf("r=") + 2);
  }

  private static void refused(ClientLine line, Reason reason) {
    assertThat(line.line()).isEqualTo("*");
    assertThat(line.objection().orElseThrow().reason()).isEqualTo(reason);
  }

  /** {@code NONCE} stands for what the client sent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r=NONCEx,s=c2FsdA==,i=1          | TOO_FEW_ITERATIONS",
        "r=NONCEx,s=c2FsdA==,i=0          | TOO_FEW_ITERATIONS",
        "r=NONCEx,s=c2FsdA==,i=4095       | TOO_FEW_ITERATIONS",
        "r=NONCEx,s=c2FsdA==,i=100001     | TOO_MANY_ITERATIONS",
        "r=NONCEx,s=c2FsdA==,i=2147483647 | TOO_MANY_ITERATIONS",
        "r=NONCEx,s=c2FsdA==,i=99999999999999999999 | TOO_MANY_ITERATIONS",
        "r=NONCEx,s=c2FsdA==,i=-1         | MALFORMED",
        "r=NONCEx,s=c2FsdA==,i=           | MALFORMED",
        "r=NONCEx,s=c2FsdA==,i=04096      | MALFORMED",
        "r=NONCEx,s=c2FsdA==,i=４０９６    | MALFORMED",
        "r=NONCE,s=c2FsdA==,i=4096        | FOREIGN_NONCE",
        "r=foreign,s=c2FsdA==,i=4096      | FOREIGN_NONCE",
        "r=,s=c2FsdA==,i=4096             | FOREIGN_NONCE",
        "r=NONCEx,s=,i=4096               | SALT",
        "r=NONCEx,s=c2Fsd,i=4096          | SALT",
        "r=NONCEx,s=c2 sdA==,i=4096       | SALT",
        "r=NONCEx,i=4096,s=c2FsdA==       | MALFORMED",
        "m=x,r=NONCEx,s=c2FsdA==,i=4096   | MALFORMED",
        "r=NONCEx,s=c2FsdA==,i=4096,x=y   | MALFORMED",
        "r=NONCEx                         | MALFORMED",
        "e=other-error                    | SERVER_ERROR",
        "v=c2FsdA==                       | MALFORMED",
        "hello                            | MALFORMED",
        "'' | MALFORMED"
      })
  void scramIsGivenUpForAReasonThatHasAName(String challenge, Reason reason) throws SaslException {
    for (Mechanism mechanism : new Mechanism[] {Mechanism.SCRAM_SHA_1, Mechanism.SCRAM_SHA_512}) {
      try (ClientLogin login = login(mechanism)) {
        String text = challenge.replace("NONCE", begin(login));
        refused(login.answer(Base64Line.encode(text)), reason);
        assertThat(login.accepted().orElseThrow().reason())
            .as("a server that says yes all the same")
            .isEqualTo(reason);
        refused(login.answer(""), reason);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4_096, 100_000})
  void theBoundsThemselvesAreFine(int iterations) throws SaslException {
    try (ClientLogin login = login(Mechanism.SCRAM_SHA_256)) {
      // Nonces of Dovecot hold these characters.
      String text = begin(login) + "=\";>='<,s=c2FsdA==,i=" + iterations;
      ClientLine line = login.answer(Base64Line.encode("r=" + text));
      assertThat(line.objection()).isEmpty();
      assertThat(new String(Base64Line.decode(line.line()).orElseThrow(), UTF_8))
          .startsWith("c=biws,r=" + text.substring(0, text.indexOf(',')) + ",p=");
    }
  }

  @Test
  void aSaltMayBeLongButNotEndless() throws SaslException {
    for (int octets : new int[] {1_024, 1_025}) {
      try (ClientLogin login = login(Mechanism.SCRAM_SHA_256)) {
        String text =
            "r=" + begin(login) + "x,s=" + Base64Line.encode(new byte[octets]) + ",i=4096";
        ClientLine line = login.answer(Base64Line.encode(text));
        assertThat(line.objection().isPresent()).isEqualTo(octets > 1_024);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=, SIGNATURE",
    "v=AA==, SIGNATURE",
    "e=invalid-proof, SERVER_ERROR",
    "e=made-up, MALFORMED",
    "v=, MALFORMED",
    "v=!, MALFORMED",
    "x=y, MALFORMED",
    "'', MALFORMED"
  })
  void aServerThatDoesNotProveItselfIsNotBelieved(String last, Reason reason) throws SaslException {
    try (ClientLogin login = login(Mechanism.SCRAM_SHA_256)) {
      String first = "r=" + begin(login) + "x,s=c2FsdA==,i=4096";
      assertThat(login.answer(Base64Line.encode(first)).objection()).isEmpty();
      refused(login.answer(Base64Line.encode(last)), reason);
      assertThat(login.accepted().orElseThrow().reason()).isEqualTo(reason);
    }
  }

  @Test
  void aYesWithoutAnyProofIsAFailure() throws SaslException {
    try (ClientLogin login = login(Mechanism.SCRAM_SHA_256)) {
      String first = "r=" + begin(login) + "x,s=c2FsdA==,i=4096";
      assertThat(login.accepted().orElseThrow().reason()).isEqualTo(Reason.UNVERIFIED);
      login.answer(Base64Line.encode(first));
      assertThat(login.accepted().orElseThrow().reason()).isEqualTo(Reason.UNVERIFIED);
    }
    try (ClientLogin login = login(Mechanism.DIGEST_MD5)) {
      login.begin(Initial.USUAL);
      login.answer(Base64Line.encode("realm=\"r\",nonce=\"n\",qop=\"auth\",algorithm=md5-sess"));
      assertThat(login.accepted().orElseThrow().reason()).isEqualTo(Reason.UNVERIFIED);
      refused(login.answer(Base64Line.encode("rspauth=" + "0".repeat(32))), Reason.SIGNATURE);
    }
  }

  @ParameterizedTest
  @EnumSource(Mechanism.class)
  void endlessQuestionsEndWithTheStar(Mechanism mechanism) throws SaslException {
    try (ClientLogin login = login(mechanism)) {
      login.begin(Initial.NEVER);
      String line = "";
      for (int n = 0; n < 11; n++) {
        line = login.answer("").line();
      }
      assertThat(line).isEqualTo("*");
    }
  }

  @ParameterizedTest
  @EnumSource(Mechanism.class)
  void whatIsNoBase64OrTooLongIsGivenUp(Mechanism mechanism) throws SaslException {
    for (String challenge : new String[] {"Username:", "geheim", "YW5uYQ=", "\u001b[2J"}) {
      try (ClientLogin login = login(mechanism)) {
        refused(login.answer(challenge), Reason.NOT_BASE64);
      }
    }
    try (ClientLogin login = login(mechanism)) {
      refused(login.answer("AAAA".repeat(16_385)), Reason.TOO_LONG);
    }
  }

  /** Octets at random, and honest challenges with a few octets changed. */
  @ParameterizedTest
  @EnumSource(Mechanism.class)
  void noChallengeBreaksAMachine(Mechanism mechanism) throws SaslException {
    Random random = new Random(mechanism.name().hashCode());
    for (int n = 0; n < 150; n++) {
      try (ClientLogin login = login(mechanism)) {
        String[] opening = login.begin(Initial.USUAL).line().split(" ", -1);
        for (int round = 0; round < 4; round++) {
          byte[] challenge = challenge(mechanism, opening, random);
          ClientLine line = login.answer(Base64Line.encode(challenge));
          assertThat(line.line().equals("*")).isEqualTo(line.objection().isPresent());
          assertThat(line.line()).matches("[*]|[A-Za-z0-9+/]*={0,2}");
        }
        assertThat(mechanism.mutual() && login.accepted().isEmpty()).isFalse();
      }
    }
  }

  private static byte[] challenge(Mechanism mechanism, String[] opening, Random random) {
    byte[] octets;
    if (mechanism.scram() && random.nextBoolean()) {
      String first = new String(Base64Line.decode(opening[2]).orElseThrow(), UTF_8);
      String nonce = first.substring(first.indexOf("r=") + 2);
      octets = ("r=" + nonce + "abc,s=c2FsdHNhbHQ=,i=4096").getBytes(UTF_8);
    } else if (random.nextBoolean()) {
      octets =
          "realm=\"r\",nonce=\"n\",qop=\"auth\",algorithm=md5-sess,charset=utf-8".getBytes(UTF_8);
    } else {
      octets = new byte[random.nextInt(60)];
      random.nextBytes(octets);
    }
    for (int n = random.nextInt(4); n > 0 && octets.length > 0; n--) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
    }
    return octets;
  }

  @Test
  void loginAnswersByPositionWhateverIsAsked() throws SaslException {
    try (ClientLogin login = login(Mechanism.LOGIN)) {
      login.begin(Initial.USUAL);
      assertThat(login.answer(Base64Line.encode("Password:")).line()).isEqualTo("YW5uYQ==");
      assertThat(login.answer(Base64Line.encode("User Name\0")).line()).isEqualTo("Z2VoZWlt");
      refused(login.answer(""), Reason.UNEXPECTED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+OK ready",
        "+OK <nothing>",
        "+OK <a@b",
        "+OK <a b@c>",
        "+OK <a@b@c>",
        "+OK <@c>",
        "+OK <a@\u00e9>",
        "+OK <a\u0001@c>"
      })
  void aStampThatIsNoMessageIdIsNone(String greeting) {
    assertThat(Apop.stamp(greeting)).isEmpty();
  }
}
