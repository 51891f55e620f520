package smtpterm.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the RFCs, octet for octet. */
final class VectorsTest {
  private static final Place SMTP = new Place("smtp", "mail.example", 25);

  /** RFC 2195 section 2. */
  @Test
  void cramMd5() throws SaslException {
    String challenge = "PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+";
    String answer = "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw";
    Account tim = new Account("tim", "tanstaaftanstaaf");
    try (ClientLogin login =
        ClientLogin.with(Mechanism.CRAM_MD5, SMTP, "tim", tim.password().toCharArray())) {
      assertThat(login.begin(ClientLogin.Initial.USUAL).line()).isEqualTo("AUTH CRAM-MD5");
      assertThat(login.answer(challenge).line()).isEqualTo(answer);
    }
    Register register = new Register(u -> Optional.of(tim), new java.security.SecureRandom());
    String stamp = new String(Base64Line.decode(challenge).orElseThrow(), UTF_8);
    ServerLogin server = new ServerLogin(Mechanism.CRAM_MD5, new CramMd5Server(register, stamp));
    assertThat(server.begin(Optional.empty()).text()).isEqualTo(challenge);
    assertThat(server.answer(answer)).isEqualTo(new LoginStep(LoginStep.Outcome.ACCEPT, "tim"));
  }

  /** RFC 1939 section 7. */
  @Test
  void apop() {
    String greeting = "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>";
    assertThat(Apop.line("mrose", Apop.stamp(greeting).orElseThrow(), "tanstaaf".toCharArray()))
        .isEqualTo("APOP mrose c4c9334bac560ecc979e58001b3e22fb");
  }

  /** RFC 4616 section 4. */
  @Test
  void plain() throws SaslException {
    try (ClientLogin login =
        ClientLogin.with(Mechanism.PLAIN, SMTP, "tim", "tanstaaftanstaaf".toCharArray())) {
      assertThat(login.begin(ClientLogin.Initial.USUAL).line())
          .isEqualTo("AUTH PLAIN " + Base64Line.encode("\0tim\0tanstaaftanstaaf"));
    }
  }

  /** RFC 4505 section 5, in the form of SMTP. */
  @Test
  void anonymous() throws SaslException {
    try (ClientLogin login = ClientLogin.with(Mechanism.ANONYMOUS, SMTP, "sirhc", new char[0])) {
      assertThat(login.begin(ClientLogin.Initial.USUAL).line())
          .isEqualTo("AUTH ANONYMOUS c2lyaGM=");
    }
  }

  /** RFC 5802 section 5, RFC 7677 section 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SCRAM_SHA_1 | fyko+d2lbbFgONRv9qkxdawL"
            + " | r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"
            + " | c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j"
            + ",p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts= | v=rmF9pqV8S7suAoZWja4dJRkFsKQ=",
        "SCRAM_SHA_256 | rOprNGfwEbeRWgbNEkqO"
            + " | r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
            + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
            + " | c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
            + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
            + " | v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
      })
  void scram(Mechanism mechanism, String nonce, String first, String proof, String last)
      throws SaslException {
    ScramMachine machine =
        new ScramMachine(mechanism, "user", new Passphrase("pencil".toCharArray()), () -> nonce);
    ScramAnatomy anatomy = new ScramAnatomy(mechanism, new Passphrase("pencil".toCharArray()));
    byte[] clientFirst = machine.evaluateChallenge(new byte[0]);
    assertThat(clientFirst).asString(UTF_8).isEqualTo("n,,n=user,r=" + nonce);
    anatomy.answer(0, new byte[0], clientFirst);
    byte[] clientFinal = machine.evaluateChallenge(first.getBytes(UTF_8));
    assertThat(clientFinal).asString(UTF_8).isEqualTo(proof);
    anatomy.answer(1, first.getBytes(UTF_8), clientFinal);
    assertThat(anatomy.question(2, last.getBytes(UTF_8)))
        .extracting(Part::value)
        .containsExactly(last.substring(2), last.substring(2));
    assertThat(machine.isComplete()).isFalse();
    assertThat(machine.evaluateChallenge(last.getBytes(UTF_8))).isEmpty();
    assertThat(machine.isComplete()).isTrue();
  }

  /** RFC 2831 section 4: the example for IMAP, and the one for ACAP. */
  @ParameterizedTest
  @CsvSource({
    "imap, OA6MG9tEQGm2hh, OA6MHXh6VqTrRk, d388dad90d4bbd760a152321f2143af7,"
        + " ea40f60335c427b5527b84dbabcdfffd",
    "acap, OA9BSXrbuRhWay, OA9BSuZWMSpW8m, 6084c6db3fede7352c551284490fd0fc,"
        + " 2f0b3d7c3c2e486600ef710726aa2eae"
  })
  void digestMd5(String service, String nonce, String cnonce, String response, String rspauth) {
    String answer =
        "charset=utf-8,username=\"chris\",realm=\"elwood.innosoft.com\",nonce=\""
            + nonce
            + "\",nc=00000001,cnonce=\""
            + cnonce
            + "\",digest-uri=\""
            + service
            + "/elwood.innosoft.com\",response="
            + response
            + ",qop=auth";
    Map<String, String> fields = Directives.parse(answer);
    assertThat(fields).containsEntry("realm", "elwood.innosoft.com").hasSize(9);
    DigestMd5 digest = new DigestMd5(fields);
    assertThat(digest.response("secret".toCharArray(), false)).isEqualTo(response);
    assertThat(digest.response("secret".toCharArray(), true)).isEqualTo(rspauth);

    DigestMd5Anatomy anatomy = new DigestMd5Anatomy(new Passphrase("secret".toCharArray()));
    assertThat(anatomy.answer(0, new byte[0], answer.getBytes(UTF_8)))
        .contains(Part.secret(Field.RESPONSE, response))
        .contains(Part.open(Field.DIGEST_URI, service + "/elwood.innosoft.com"));
    assertThat(anatomy.question(1, ("rspauth=" + rspauth).getBytes(UTF_8)))
        .isEqualTo(
            List.of(
                Part.open(Field.RSPAUTH, rspauth), Part.open(Field.EXPECTED_SIGNATURE, rspauth)));
  }

  /** The JDK chooses the cnonce itself, so its answer is computed once more. */
  @ParameterizedTest
  @CsvSource({"chris, secret", "jörg, größe", "jörg, größe€", "аня, пароль", "a\"b\\c, x y"})
  void digestMd5OfTheJdkIsWhatWeShow(String user, String password) throws SaslException {
    try (ClientLogin login =
        ClientLogin.with(Mechanism.DIGEST_MD5, SMTP, user, password.toCharArray())) {
      login.begin(ClientLogin.Initial.USUAL);
      ClientLine line =
          login.answer(
              Base64Line.encode(
                  "realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\","
                      + "algorithm=md5-sess,charset=utf-8"));
      String said = new String(Base64Line.decode(line.line()).orElseThrow(), UTF_8);
      DigestMd5 again = new DigestMd5(Directives.parse(said));
      assertThat(again.fields()).containsEntry("username", user);
      assertThat(again.response(password.toCharArray(), false))
          .isEqualTo(again.fields().get("response"));
      String last = "rspauth=" + again.response(password.toCharArray(), true);
      assertThat(login.accepted()).as("before the server's proof").isPresent();
      assertThat(login.answer(Base64Line.encode(last)).line()).isEmpty();
      assertThat(login.accepted()).isEmpty();
    }
  }
}
