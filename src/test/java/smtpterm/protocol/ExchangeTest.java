package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExchangeTest {
  private static final String ANNA = "YW5uYQ==";
  private static final String GEHEIM = "Z2VoZWlt";

  private static Exchange opened(String line) {
    return Exchange.opened(new Command(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "AUTH LOGIN                  | LOGIN    | 0 | \"\"",
        "auth login                  | LOGIN    | 0 | \"\"",
        "\"AUTH  LOGIN \"            | LOGIN    | 0 | \"\"",
        "AUTH LOGIN YW5uYQ==         | LOGIN    | 1 | anna",
        "AUTH PLAIN AGFubmEAZ2VoZWlt | PLAIN    | 1 | anna",
        "AUTH PLAIN =                | PLAIN    | 1 | \"\"",
        "AUTH CRAM-MD5               | CRAM-MD5 | 0 | \"\"",
        "AUTH                        | \"\"     | 0 | \"\"",
        "\"AUTH \"                   | \"\"     | 0 | \"\"",
      })
  void theAuthLineOpensIt(String line, String mechanism, int position, String user) {
    Exchange exchange = opened(line);
    assertThat(exchange.mechanism()).isEqualTo(mechanism);
    assertThat(exchange.position()).isEqualTo(position);
    assertThat(exchange.user()).isEqualTo(user);
    assertThat(exchange.doubtful()).isEmpty();
  }

  @Test
  void ofLoginOnlyTheUserNameIsNoSecret() {
    Exchange exchange = opened("AUTH LOGIN");
    assertThat(exchange.secretDue()).isFalse();
    assertThat(exchange.answered(ANNA).secretDue()).isTrue();
    assertThat(exchange.answered(ANNA).answered(GEHEIM).secretDue()).isTrue();
    assertThat(opened("AUTH LOGIN " + ANNA).secretDue()).isTrue();
    assertThat(opened("AUTH PLAIN").secretDue()).isTrue();
    assertThat(opened("AUTH X").secretDue()).isTrue();
    assertThat(opened("AUTH").secretDue()).isTrue();
  }

  @Test
  void thePasswordNeverBecomesTheUser() {
    Exchange exchange = opened("AUTH LOGIN").answered(ANNA).answered(GEHEIM).answered(GEHEIM);
    assertThat(exchange.user()).isEqualTo("anna");
    assertThat(exchange.answers()).isEqualTo(3);
  }

  @Test
  void theFirstAnswerThatIsNoBase64IsRemembered() {
    Exchange exchange = opened("AUTH LOGIN").answered("ge!h").answered("geheim");
    assertThat(exchange.doubtful().orElseThrow().kind())
        .isEqualTo(StrictBase64.Kind.FOREIGN_CHARACTER);
    assertThat(exchange.user()).isEmpty();
  }

  @Test
  void octetsThatAreNoTextAreDoubtfulOnlyWhereTextIsDue() {
    assertThat(opened("AUTH LOGIN").answered("anna").doubtful()).isPresent();
    assertThat(opened("AUTH GSSAPI").answered("anna").doubtful()).isEmpty();
    assertThat(opened("AUTH XOAUTH2").answered("an na").doubtful()).isPresent();
  }

  @Test
  void aLoneStarCancelsAndIsNoDoubtfulAnswer() {
    Exchange exchange = opened("AUTH LOGIN").answered("*");
    assertThat(exchange.doubtful()).isEmpty();
    assertThat(exchange.answers()).isEqualTo(1);
  }

  @Test
  void aPlainAnswerWithoutItsTwoNulsNamesNobody() {
    assertThat(opened("AUTH PLAIN").answered("YW5uYQ==").user()).isEmpty();
    assertThat(opened("AUTH PLAIN").answered("AGFubmEAZ2VoZWlt").user()).isEqualTo("anna");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CRAM-MD5     | tim b913a602c7eda7a495b4e6e7334d3890 | tim",
        "CRAM-MD5     | a b b913a602c7eda7a495b4e6e7334d3890 | a b",
        "CRAM-MD5     | b913a602c7eda7a495b4e6e7334d3890     | \"\"",
        "DIGEST-MD5   | charset=utf-8,username='chris',realm='x' | chris",
        "DIGEST-MD5   | xusername='chris'                    | \"\"",
        "SCRAM-SHA-1  | n,,n=user,r=fyko                     | user",
        "SCRAM-SHA-256-PLUS | p=tls-unique,,n=a=2Cb=3Dc,r=x  | a,b=c",
        "SCRAM-SHA-1  | n=user,r=fyko                        | \"\"",
        "XOAUTH2      | user=anna@x^auth=Bearer t^^          | anna@x",
        "OAUTHBEARER  | n,a=anna@x,^host=h^auth=Bearer t^^   | anna@x",
        "OAUTHBEARER  | n,,^auth=Bearer t^^                  | \"\"",
        "EXTERNAL     | anna                                 | anna",
        "ANONYMOUS    | anna                                 | \"\"",
        "GSSAPI       | anna                                 | \"\"",
      })
  void theUserNameIsReadWhereItStandsReadably(String mechanism, String answer, String user) {
    String text = answer.replace('^', '\1').replace('\'', '"');
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    assertThat(opened("AUTH " + mechanism + " " + base64).user()).isEqualTo(user);
    Exchange stepwise = opened("AUTH " + mechanism).answered(base64);
    assertThat(stepwise.user()).isEqualTo(user);
    assertThat(stepwise.answered(ANNA).user()).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource({"LOGIN, 2", "PLAIN, 1", "CRAM-MD5, 1", "DIGEST-MD5, 2", "SCRAM-SHA-256, 3", "X, 1"})
  void soManyAnswersAreDue(String mechanism, int due) {
    Exchange exchange = opened("AUTH " + mechanism);
    for (int left = due; left > 0; left--) {
      assertThat(exchange.answersDue()).isEqualTo(left);
      exchange = exchange.answered("");
    }
    assertThat(exchange.answered("").answersDue()).isZero();
    assertThat(opened("AUTH " + mechanism + " " + ANNA).answersDue()).isEqualTo(due - 1);
  }
}
