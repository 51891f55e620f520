package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  private static final List<String> VERBS =
      List.of("EHLO", "HELO", "STARTTLS", "MAIL", "RCPT", "DATA", "NOOP", "QUIT");

  @ParameterizedTest
  @CsvSource({"MIAL,MAIL", "RECPT,RCPT", "EHOL,EHLO", "QIUT,QUIT", "STARTLS,STARTTLS", "DATE,DATA"})
  void theWordThatWasMeantIsFound(String typed, String meant) {
    assertThat(Spelling.nearest(typed, VERBS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"FOO", "X", "GET", "MAILMAN", "XYZZY"})
  void otherWordsAreLeftAlone(String typed) {
    assertThat(Spelling.nearest(typed, VERBS)).isEmpty();
  }

  @Test
  void neighboursSwappedAreOneMistake() {
    assertThat(Spelling.distance("MIAL", "MAIL")).isEqualTo(1);
    assertThat(Spelling.distance("", "MAIL")).isEqualTo(4);
    assertThat(Spelling.distance("MAIL", "MAIL")).isZero();
    assertThat(Spelling.distance("KITTEN", "SITTING")).isEqualTo(3);
  }
}
