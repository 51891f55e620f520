package smtpterm.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LOGIN and PLAIN, both sides. */
final class MechanismsTest {
  private static final Account TIM = new Account("tim", "tanstaaftanstaaf");
  private static final Account KURT = new Account("Kurt", "xipj3plmq");

  private static Optional<Account> find(String user) {
    return user.equals("tim")
        ? Optional.of(TIM)
        : user.equals("Kurt") ? Optional.of(KURT) : Optional.empty();
  }

  private static ServerLogin server(String mechanism) {
    return ServerLogin.with(mechanism, MechanismsTest::find);
  }

  /** RFC 4616 section 4, first example. */
  @Test
  void plainSaysWhatTheRfcShows() throws SaslException {
    try (ClientLogin login = ClientLogin.with("plain", "tim", "tanstaaftanstaaf".toCharArray())) {
      assertThat(login.authLine())
          .isEqualTo("AUTH PLAIN " + Base64Line.encode("\0tim\0tanstaaftanstaaf"));
    }
    assertThat(
            server("PLAIN")
                .begin(Optional.of(Base64Line.encodeTyped("\\0tim\\0tanstaaftanstaaf", true))))
        .isEqualTo(new LoginStep(LoginStep.Outcome.ACCEPT, "tim"));
  }

  /** RFC 4616 section 4, second example: the password is right, but Kurt may not act for Ursel. */
  @Test
  void nobodyActsForSomebodyElse() {
    assertThat(server("PLAIN").begin(Optional.of(Base64Line.encode("Ursel\0Kurt\0xipj3plmq"))))
        .isEqualTo(new LoginStep(LoginStep.Outcome.WRONG, ""));
    assertThat(server("PLAIN").begin(Optional.of(Base64Line.encode("Kurt\0Kurt\0xipj3plmq"))))
        .isEqualTo(new LoginStep(LoginStep.Outcome.ACCEPT, "Kurt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOGIN", "PLAIN"})
  void clientAndServerAgreeAndUmlautsSurvive(String mechanism) throws SaslException {
    Credentials anybody = user -> Optional.of(new Account(user, "größe€"));
    try (ClientLogin client = ClientLogin.with(mechanism, "jörg", "größe€".toCharArray())) {
      String[] words = client.authLine().split(" ", -1);
      ServerLogin server = ServerLogin.with(words[1], anybody);
      LoginStep step = server.begin(words.length > 2 ? Optional.of(words[2]) : Optional.empty());
      while (step.outcome() == LoginStep.Outcome.ASK) {
        step = server.answer(client.answer(step.text()));
      }
      assertThat(step).isEqualTo(new LoginStep(LoginStep.Outcome.ACCEPT, "jörg"));
      assertThat(client.answer("")).as("one question too many").isEqualTo(ClientLogin.CANCEL);
    }
  }

  @Test
  void loginAsksForNameAndPasswordWhateverComesOnTheAuthLine() {
    ServerLogin stepwise = server("LOGIN");
    assertThat(stepwise.begin(Optional.empty()).text()).isEqualTo("VXNlcm5hbWU6");
    assertThat(stepwise.answer("dGlt").text()).isEqualTo("UGFzc3dvcmQ6");
    assertThat(stepwise.answer(Base64Line.encode("falsch")).outcome())
        .isEqualTo(LoginStep.Outcome.WRONG);

    ServerLogin initial = server("LOGIN");
    assertThat(initial.begin(Optional.of("dGlt")).text()).isEqualTo("UGFzc3dvcmQ6");
    assertThat(initial.answer(Base64Line.encode("tanstaaftanstaaf")).text()).isEqualTo("tim");
  }

  @Test
  void anEmptyUserNameIsAnAnswerAndNotAskedTwice() {
    ServerLogin login = server("LOGIN");
    login.begin(Optional.of("="));
    assertThat(login.answer("").text()).isEqualTo("UGFzc3dvcmQ6");
    assertThat(login.answer("").outcome()).isEqualTo(LoginStep.Outcome.WRONG);
  }

  @Test
  void plainMayComeInTwoSteps() {
    ServerLogin login = server("PLAIN");
    assertThat(login.begin(Optional.empty())).isEqualTo(new LoginStep(LoginStep.Outcome.ASK, ""));
    assertThat(login.answer(Base64Line.encode("\0tim\0tanstaaftanstaaf")).text()).isEqualTo("tim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tim", "\0tim", "\0tim\0tanstaaftanstaaf\0", "\0\0", "\0nobody\0x"})
  void plainInAnotherShapeIsWrong(String message) {
    assertThat(server("PLAIN").begin(Optional.of(Base64Line.encode(message))).outcome())
        .isEqualTo(LoginStep.Outcome.WRONG);
  }

  @Test
  void octetsThatAreNoTextAreWrong() {
    byte[] latin1 = {0, 't', 'i', 'm', 0, (byte) 0xE4};
    assertThat(server("PLAIN").begin(Optional.of(Base64Line.encode(latin1))).outcome())
        .isEqualTo(LoginStep.Outcome.WRONG);
  }

  @Test
  void whatIsNoBase64AndTheStarAreToldApart() {
    assertThat(server("LOGIN").answer("geheim").outcome()).isEqualTo(LoginStep.Outcome.NOT_BASE64);
    assertThat(server("LOGIN").answer("=").outcome()).isEqualTo(LoginStep.Outcome.NOT_BASE64);
    assertThat(server("LOGIN").answer("*").outcome()).isEqualTo(LoginStep.Outcome.CANCELLED);
    assertThat(server("PLAIN").begin(Optional.of("*")).outcome())
        .as("the star cancels as an answer only")
        .isEqualTo(LoginStep.Outcome.NOT_BASE64);
  }

  @Test
  void theClientCancelsWhereTheChallengeIsNoBase64() throws SaslException {
    try (ClientLogin login = ClientLogin.with("LOGIN", "tim", new char[] {'x'})) {
      assertThat(login.answer("Username:")).isEqualTo("*");
      assertThat(login.answer("VXNlcm5hbWU6")).isEqualTo("dGlt");
    }
  }

  @Test
  void anUnknownMechanismIsRefused() {
    assertThat(Mechanisms.supports("Login")).isTrue();
    assertThat(Mechanisms.supports("GSSAPI")).isFalse();
    assertThatThrownBy(() -> server("GSSAPI")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPasswordIsNotPrinted() {
    assertThat(TIM).hasToString("tim");
  }
}
