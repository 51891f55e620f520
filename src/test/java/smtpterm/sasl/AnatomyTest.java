package smtpterm.sasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.sasl.ClientLogin.Initial;

/** What the lines of a login are said to be made of. */
final class AnatomyTest {
  private static final Place PLACE = new Place("smtp", "mail.example", 587);

  private static ClientLogin login(Mechanism mechanism) throws SaslException {
    return ClientLogin.with(mechanism, PLACE, "anna", "geheim".toCharArray());
  }

  @Test
  void plainIsThreeFieldsOfWhichOneIsSecret() throws SaslException {
    try (ClientLogin login = login(Mechanism.PLAIN)) {
      assertThat(login.begin(Initial.USUAL).parts())
          .containsExactly(
              Part.open(Field.AUTHZID, ""),
              Part.open(Field.AUTHCID, "anna"),
              Part.secret(Field.PASSWORD, "geheim"));
    }
  }

  @Test
  void loginIsANameAndAPasswordBehindTheirQuestions() throws SaslException {
    try (ClientLogin login = login(Mechanism.LOGIN)) {
      assertThat(login.begin(Initial.USUAL).parts()).isEmpty();
      ClientLine name = login.answer("VXNlcm5hbWU6");
      assertThat(name.question()).containsExactly(Part.open(Field.QUESTION, "Username:"));
      assertThat(name.parts()).containsExactly(Part.open(Field.USER, "anna"));
      assertThat(login.answer("UGFzc3dvcmQ6").parts())
          .containsExactly(Part.secret(Field.PASSWORD, "geheim"));
    }
    try (ClientLogin login = login(Mechanism.LOGIN)) {
      assertThat(login.begin(Initial.ALWAYS).parts())
          .containsExactly(Part.open(Field.USER, "anna"));
    }
  }

  @Test
  void cramMd5IsANameAndAnHmac() throws SaslException {
    try (ClientLogin login = login(Mechanism.CRAM_MD5)) {
      login.begin(Initial.USUAL);
      ClientLine line = login.answer(Base64Line.encode("<1.2@mail.example>"));
      assertThat(line.question()).containsExactly(Part.open(Field.CHALLENGE, "<1.2@mail.example>"));
      assertThat(line.parts()).extracting(Part::field).containsExactly(Field.USER, Field.HMAC);
      assertThat(line.parts().get(1).value()).matches("[0-9a-f]{32}");
    }
  }

  @Test
  void digestMd5ShowsBothSidesAndWhatItIsComputedFrom() throws SaslException {
    try (ClientLogin login = login(Mechanism.DIGEST_MD5)) {
      login.begin(Initial.USUAL);
      ClientLine line =
          login.answer(
              Base64Line.encode("realm=\"a b\",nonce=\"n\",qop=\"auth\",algorithm=md5-sess,x=y"));
      assertThat(line.question())
          .containsExactly(
              Part.open(Field.REALM, "a b"),
              Part.open(Field.NONCE, "n"),
              Part.open(Field.QOP, "auth"),
              Part.open(Field.ALGORITHM, "md5-sess"),
              Part.open(Field.OTHER, "x=y"));
      assertThat(line.parts())
          .contains(Part.open(Field.USER, "anna"), Part.open(Field.NONCE_COUNT, "00000001"))
          .contains(Part.open(Field.DIGEST_URI, "smtp/mail.example"))
          .extracting(Part::field)
          .contains(Field.CNONCE, Field.RESPONSE, Field.HA1, Field.HA2);
    }
  }

  @Test
  void scramShowsEachStepOfTheProof() throws SaslException {
    try (ClientLogin login = login(Mechanism.SCRAM_SHA_256)) {
      ClientLine first = login.begin(Initial.USUAL);
      assertThat(first.parts())
          .extracting(Part::field)
          .containsExactly(Field.GS2_HEADER, Field.USER, Field.CLIENT_NONCE);
      String nonce = first.parts().get(2).value();
      ClientLine last = login.answer(Base64Line.encode("r=" + nonce + "=srv,s=c2FsdA==,i=4096"));
      assertThat(last.question())
          .containsExactly(
              Part.open(Field.BOTH_NONCES, nonce + "=srv"),
              Part.open(Field.SALT, "c2FsdA=="),
              Part.open(Field.ITERATIONS, "4096"));
      assertThat(last.parts())
          .startsWith(
              Part.open(Field.CHANNEL_BINDING, "biws"),
              Part.open(Field.BOTH_NONCES, nonce + "=srv"))
          .contains(
              Part.open(
                  Field.AUTH_MESSAGE,
                  "n=anna,r=%s,r=%s=srv,s=c2FsdA==,i=4096,c=biws,r=%s=srv"
                      .formatted(nonce, nonce, nonce)));
      // RFC 5802 section 3: ClientProof := ClientKey XOR ClientSignature
      byte[] key = value(last, Field.CLIENT_KEY);
      byte[] signature = value(last, Field.CLIENT_SIGNATURE);
      byte[] proof = value(last, Field.PROOF);
      for (int i = 0; i < proof.length; i++) {
        assertThat(proof[i]).isEqualTo((byte) (key[i] ^ signature[i]));
      }
    }
  }

  private static byte[] value(ClientLine line, Field field) {
    String value =
        line.parts().stream().filter(p -> p.field() == field).findFirst().orElseThrow().value();
    return Base64Line.decode(value).orElseThrow();
  }

  @Test
  void tokensAreTakenApartIntoTheirFields() throws SaslException {
    try (ClientLogin login = login(Mechanism.OAUTHBEARER)) {
      assertThat(login.begin(Initial.USUAL).parts())
          .containsExactly(
              Part.open(Field.GS2_HEADER, "n,a=anna,"),
              Part.open(Field.HOST, "mail.example"),
              Part.open(Field.PORT, "587"),
              Part.secret(Field.TOKEN, "Bearer geheim"));
      ClientLine why = login.answer(Base64Line.encode("{\"status\":\"401\"}"));
      assertThat(why.question())
          .containsExactly(Part.open(Field.TOKEN_ERROR, "{\"status\":\"401\"}"));
      assertThat(why.parts()).extracting(Part::field).containsExactly(Field.EMPTY);
    }
  }

  /** Whatever a line is made of, the password stands in secret parts only. */
  @ParameterizedTest
  @EnumSource(Mechanism.class)
  void whatIsNotSecretHoldsNoPassword(Mechanism mechanism) throws SaslException {
    List<Part> parts = new ArrayList<>();
    try (ClientLogin login = login(mechanism)) {
      parts.addAll(login.begin(Initial.USUAL).parts());
      for (int round = 0; round < 3; round++) {
        ClientLine line =
            login.answer(
                Base64Line.encode("realm=\"r\",nonce=\"n\",qop=\"auth\",algorithm=md5-sess"));
        parts.addAll(line.question());
        parts.addAll(line.parts());
      }
    }
    assertThat(parts)
        .isNotEmpty()
        .filteredOn(part -> !part.secret())
        .noneMatch(part -> part.value().contains("geheim"))
        .noneMatch(part -> part.value().contains(Base64Line.encode("geheim")));
    assertThat(parts.toString()).doesNotContain("geheim");
  }

  @Test
  void fieldsInQuotesMayHoldCommasAndBackslashes() {
    assertThat(Directives.parse("realm=\"a,\\\"b\\\\\", nc = 1 ,qop=\"\",junk,=x"))
        .hasToString("{realm=a,\"b\\, nc=1, qop=}");
    String hostile = "a=\"" + "\\".repeat(60_001);
    assertThat(Directives.parse(hostile)).containsKey("a");
  }
}
