package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(opened("AUTH SCRAM-SHA-256").answered("anna").doubtful()).isEmpty();
    assertThat(opened("AUTH SCRAM-SHA-256").answered("an na").doubtful()).isPresent();
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
}
