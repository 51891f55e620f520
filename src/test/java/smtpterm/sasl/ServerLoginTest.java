package smtpterm.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.sasl.LoginStep.Outcome;

/** The server's side, answered by hand. */
final class ServerLoginTest {
  private static final Account TIM = new Account("tim", "tanstaaftanstaaf");
  private static final Account KURT = new Account("Kurt", "xipj3plmq");
  private static final LoginDesk DESK =
      new LoginDesk(new Place("smtp", "mail.kolleg.de", 25), ServerLoginTest::find);

  private static Optional<Account> find(String user) {
    return user.equals("tim")
        ? Optional.of(TIM)
        : user.equals("Kurt") ? Optional.of(KURT) : Optional.empty();
  }

  private static LoginStep plain(String message) {
    return DESK.open("PLAIN").begin(Optional.of(Base64Line.encode(message)));
  }

  /** RFC 4616 section 4, both examples: the password is right, but Kurt may not act for Ursel. */
  @Test
  void nobodyActsForSomebodyElse() {
    assertThat(plain("\0tim\0tanstaaftanstaaf")).isEqualTo(new LoginStep(Outcome.ACCEPT, "tim"));
    assertThat(plain("Ursel\0Kurt\0xipj3plmq")).isEqualTo(LoginStep.of(Outcome.WRONG));
    assertThat(plain("Kurt\0Kurt\0xipj3plmq")).isEqualTo(new LoginStep(Outcome.ACCEPT, "Kurt"));
    assertThat(plain("tim\0Kurt\0xipj3plmq")).isEqualTo(LoginStep.of(Outcome.WRONG));
  }

  @Test
  void loginAsksForNameAndPasswordWhateverComesOnTheAuthLine() {
    ServerLogin stepwise = DESK.open("login");
    assertThat(stepwise.begin(Optional.empty()).text()).isEqualTo("VXNlcm5hbWU6");
    assertThat(stepwise.answer("dGlt").text()).isEqualTo("UGFzc3dvcmQ6");
    assertThat(stepwise.answer(Base64Line.encode("falsch")).outcome()).isEqualTo(Outcome.WRONG);

    ServerLogin initial = DESK.open("LOGIN");
    assertThat(initial.begin(Optional.of("dGlt")).text()).isEqualTo("UGFzc3dvcmQ6");
    assertThat(initial.answer(Base64Line.encode("tanstaaftanstaaf")).text()).isEqualTo("tim");
  }

  @Test
  void anEmptyUserNameIsAnAnswerAndNotAskedTwice() {
    ServerLogin login = DESK.open("LOGIN");
    login.begin(Optional.of("="));
    assertThat(login.answer("").text()).isEqualTo("UGFzc3dvcmQ6");
    assertThat(login.answer("").outcome()).isEqualTo(Outcome.WRONG);
  }

  @Test
  void plainMayComeInTwoSteps() {
    ServerLogin login = DESK.open("PLAIN");
    assertThat(login.begin(Optional.empty())).isEqualTo(LoginStep.of(Outcome.ASK));
    assertThat(login.answer(Base64Line.encode("\0tim\0tanstaaftanstaaf")).text()).isEqualTo("tim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tim", "\0tim", "\0tim\0tanstaaftanstaaf\0", "\0\0", "\0nobody\0x"})
  void plainInAnotherShapeIsWrong(String message) {
    assertThat(plain(message).outcome()).isEqualTo(Outcome.WRONG);
  }

  @Test
  void octetsThatAreNoTextAreWrong() {
    byte[] latin1 = {0, 't', 'i', 'm', 0, (byte) 0xE4};
    assertThat(DESK.open("PLAIN").begin(Optional.of(Base64Line.encode(latin1))).outcome())
        .isEqualTo(Outcome.WRONG);
  }

  @Test
  void whatIsNoBase64AndTheStarAreToldApart() {
    assertThat(DESK.open("LOGIN").answer("geheim").outcome()).isEqualTo(Outcome.NOT_BASE64);
    assertThat(DESK.open("LOGIN").answer("=").outcome()).isEqualTo(Outcome.NOT_BASE64);
    assertThat(DESK.open("LOGIN").answer("*").outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(DESK.open("PLAIN").begin(Optional.of("*")).outcome())
        .as("the star cancels as an answer only")
        .isEqualTo(Outcome.NOT_BASE64);
  }

  /** RFC 4954 section 4: 501 where the server speaks first. */
  @ParameterizedTest
  @ValueSource(strings = {"CRAM-MD5", "DIGEST-MD5"})
  void whereTheServerSpeaksFirstNothingMayStandOnTheAuthLine(String mechanism) {
    assertThat(DESK.open(mechanism).begin(Optional.of("dGlt")).outcome())
        .isEqualTo(Outcome.NO_INITIAL_RESPONSE);
    assertThat(DESK.open(mechanism).begin(Optional.of("=")).outcome())
        .isEqualTo(Outcome.NO_INITIAL_RESPONSE);
  }

  @Test
  void aGuestLeavesATraceOfAtMost255CharactersAndHasNoName() {
    assertThat(DESK.open("ANONYMOUS").begin(Optional.of(Base64Line.encode("sirhc"))))
        .isEqualTo(LoginStep.of(Outcome.GUEST));
    assertThat(DESK.open("ANONYMOUS").begin(Optional.of("=")))
        .isEqualTo(LoginStep.of(Outcome.GUEST));
    assertThat(DESK.open("ANONYMOUS").begin(Optional.of(Base64Line.encode("ä".repeat(255)))))
        .isEqualTo(LoginStep.of(Outcome.GUEST));
    assertThat(DESK.open("ANONYMOUS").begin(Optional.of(Base64Line.encode("a".repeat(256)))))
        .isEqualTo(LoginStep.of(Outcome.WRONG));
  }

  @Test
  void externalIsOfferedOnlyWhereACertificateSaysWhoItIs() {
    assertThat(DESK.offers("EXTERNAL")).isFalse();
    assertThatThrownBy(() -> DESK.open("EXTERNAL")).isInstanceOf(IllegalArgumentException.class);

    LoginDesk known = DESK.withCertificateOf("tim");
    assertThat(known.mechanisms()).contains("EXTERNAL");
    assertThat(known.open("EXTERNAL").begin(Optional.of("=")).text()).isEqualTo("tim");
    assertThat(known.open("EXTERNAL").begin(Optional.of(Base64Line.encode("tim"))).text())
        .isEqualTo("tim");
    assertThat(known.open("EXTERNAL").begin(Optional.of(Base64Line.encode("Kurt"))).outcome())
        .isEqualTo(Outcome.WRONG);
    assertThat(DESK.withCertificateOf("nobody").open("EXTERNAL").begin(Optional.of("=")).outcome())
        .isEqualTo(Outcome.WRONG);
  }

  @Test
  void mechanismsThatNeedATokenServiceAreNotOffered() {
    assertThat(DESK.mechanisms())
        .containsExactly(
            "LOGIN",
            "PLAIN",
            "CRAM-MD5",
            "DIGEST-MD5",
            "SCRAM-SHA-1",
            "SCRAM-SHA-256",
            "SCRAM-SHA-512",
            "ANONYMOUS");
    assertThat(DESK.offers("Scram-Sha-256")).isTrue();
    assertThat(DESK.offers("XOAUTH2")).isFalse();
    assertThat(DESK.offers("GSSAPI")).isFalse();
    assertThatThrownBy(() -> DESK.open("GSSAPI")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLastWordOfTheServerIsAnsweredByAnEmptyLineAndNothingElse() throws Exception {
    for (String last : new String[] {"", "dGlt"}) {
      ServerLogin server = DESK.open("SCRAM-SHA-256");
      try (ClientLogin client =
          ClientLogin.with(
              Mechanism.SCRAM_SHA_256,
              new Place("smtp", "localhost", 25),
              "tim",
              TIM.password().toCharArray())) {
        String[] words = client.begin(ClientLogin.Initial.USUAL).line().split(" ", -1);
        LoginStep step = server.begin(Optional.of(words[2]));
        step = server.answer(client.answer(step.text()).line());
        assertThat(step.outcome()).isEqualTo(Outcome.ASK);
        assertThat(server.answer(last).outcome())
            .isEqualTo(last.isEmpty() ? Outcome.ACCEPT : Outcome.WRONG);
      }
    }
  }

  @Test
  void scramIsRefusedWithChannelBindingAndInANameOfSomebodyElse() {
    for (String message :
        new String[] {
          "p=tls-unique,,n=tim,r=abc",
          "n,a=Kurt,n=tim,r=abc",
          "n,,r=abc,n=tim",
          "n,,n=tim,r=",
          "n,,n=,r=abc",
          "n,,n=t=im,r=abc",
          "n,,m=x,n=tim,r=abc",
          "n=tim,r=abc",
          ""
        }) {
      ServerLogin login = DESK.open("SCRAM-SHA-1");
      login.begin(Optional.empty());
      assertThat(login.answer(Base64Line.encode(message)).outcome())
          .as(message)
          .isEqualTo(Outcome.WRONG);
    }
  }

  @Test
  void aSaltTellsNotWhetherANameExists() {
    assertThat(salt("tim")).isEqualTo(salt("tim")).isNotEqualTo(salt("Kurt"));
    assertThat(salt("nobody")).isEqualTo(salt("nobody")).hasSameSizeAs(salt("tim"));
  }

  private static String salt(String user) {
    LoginStep step =
        DESK.open("SCRAM-SHA-1").begin(Optional.of(Base64Line.encode("n,,n=" + user + ",r=abc")));
    String text =
        new String(
            Base64Line.decode(step.text()).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
    return ScramFields.of(text).value('s').orElseThrow();
  }

  @Test
  void apopAndPasswordOpenTheSameAccounts() {
    String stamp = DESK.stamp();
    assertThat(Apop.stamp("+OK ready " + stamp)).contains(stamp);
    assertThat(DESK.stamp()).isNotEqualTo(stamp);
    String digest = Apop.digest(stamp, TIM.password().toCharArray());
    assertThat(DESK.apop(stamp, "tim", digest)).isEqualTo(new LoginStep(Outcome.ACCEPT, "tim"));
    assertThat(DESK.apop(DESK.stamp(), "tim", digest).outcome()).isEqualTo(Outcome.WRONG);
    assertThat(DESK.apop(stamp, "Kurt", digest).outcome()).isEqualTo(Outcome.WRONG);
    assertThat(DESK.apop(stamp, "nobody", digest).outcome()).isEqualTo(Outcome.WRONG);
    assertThat(DESK.password("tim", TIM.password()).text()).isEqualTo("tim");
    assertThat(DESK.password("tim", "x").outcome()).isEqualTo(Outcome.WRONG);
    assertThat(DESK.password("nobody", "").outcome()).isEqualTo(Outcome.WRONG);
  }

  @Test
  void aPasswordIsNotPrinted() {
    assertThat(TIM).hasToString("tim");
    assertThat(Part.secret(Field.PASSWORD, "geheim")).hasToString("PASSWORD=********");
    assertThat(new Passphrase(new char[] {'x'})).hasToString("********");
  }
}
