package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecrecyTest {
  private static Progress in(Optional<Exchange> exchange) {
    return Progress.at(Phase.CHALLENGE).exchanging(exchange);
  }

  private static Progress after(String auth) {
    return in(Optional.of(Exchange.opened(new Command(auth))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "AUTH PLAIN AGFubmEA        | 11",
        "auth plain AGFubmEA        | 11",
        "\"AUTH  PLAIN  AGFubmEA\"  | 13",
        "\" AUTH PLAIN AGFubmEA\"   | 12",
        "\"AUTH\tPLAIN\tAGFubmEA\"  | 11",
        "AUTH CRAM-MD5 x            | 14",
        "AUTH WHATEVER =            | 14",
        "PASS geheim                | 5",
        "pass geheim                | 5",
        "\"PASS  geheim\"           | 5",
        "\" PASS geheim\"           | 6",
        "AUTH LOGIN YW5uYQ==        | -1",
        "auth login YW5uYQ==        | -1",
        "AUTH PLAIN                 | -1",
        "\"AUTH PLAIN \"            | -1",
        "AUTH                       | -1",
        "PASS                       | -1",
        "\"PASS \"                  | -1",
        "PASSWORD geheim            | -1",
        "AUTHENTICATE PLAIN x       | -1",
        "MAIL FROM:<a@b>            | -1",
        "\"\"                       | -1",
      })
  void inACommandWhatFollowsTheMechanismOrPassIsASecret(String line, int from) {
    assertThat(Secrecy.from(Progress.at(Phase.MAIL), LineKind.COMMAND, line)).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH LOGIN,YW5uYQ==,-1",
    "AUTH LOGIN,anna,-1",
    "AUTH LOGIN YW5uYQ==,Z2VoZWlt,0",
    "AUTH PLAIN,AGFubmEA,0",
    "AUTH CRAM-MD5,x,0",
    "AUTH,x,0",
    "AUTH PLAIN,*,-1",
    "AUTH PLAIN,**,0",
    "AUTH PLAIN,' *',0",
    "AUTH PLAIN,'',-1",
  })
  void anAnswerIsASecretUnlessItIsTheUserNameOfLogin(String auth, String line, int from) {
    assertThat(Secrecy.from(after(auth), LineKind.ANSWER, line)).isEqualTo(from);
  }

  @Test
  void ofLoginTheSecondAnswerIsASecretHoweverTheServerAsks() {
    Exchange exchange = Exchange.opened(new Command("AUTH LOGIN")).answered("YW5uYQ==");
    assertThat(Secrecy.from(in(Optional.of(exchange)), LineKind.ANSWER, "geheim")).isZero();
  }

  @Test
  void anAnswerOfUnknownOriginIsASecret() {
    assertThat(Secrecy.from(in(Optional.empty()), LineKind.ANSWER, "x")).isZero();
  }

  @Test
  void messageTextHidesNothing() {
    Progress text = Progress.at(Phase.TEXT);
    assertThat(Secrecy.from(text, LineKind.TEXT, "AUTH PLAIN AGFubmEA")).isEqualTo(Secrecy.NOTHING);
    assertThat(Secrecy.memorable(LineKind.TEXT, "PASS geheim")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AUTH LOGIN",
        "auth login YW5uYQ==",
        " AUTH PLAIN x",
        "AUTH",
        "PASS geheim",
        " pass geheim"
      })
  void noLineOfALoginIsRemembered(String line) {
    assertThat(Secrecy.memorable(LineKind.COMMAND, line)).isFalse();
    assertThat(Secrecy.memorable(LineKind.ANSWER, line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO laptop", "MAIL FROM:<a@b>", "USER anna", "PASS", ""})
  void otherCommandsAreRemembered(String line) {
    assertThat(Secrecy.memorable(LineKind.COMMAND, line)).isTrue();
  }
}
