package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 5321 section 4.5.3.2. */
final class PatienceTest {
  @ParameterizedTest
  @CsvSource({
    "GREETING,'',5",
    "COMMAND,MAIL FROM:<a@b>,5",
    "COMMAND,RCPT TO:<a@b>,5",
    "COMMAND,DATA,2",
    "COMMAND,data,2",
    "COMMAND,QUIT,5",
    "ANSWER,DATA,5",
    "DOT,.,10",
  })
  void eachStepHasItsMinutes(Asked.Kind kind, String line, long minutes) {
    assertThat(Patience.with(new Asked(kind, line))).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void onlyACommandHasAVerb() {
    assertThat(new Asked(Asked.Kind.ANSWER, "QUIT").command("QUIT")).isFalse();
    assertThat(new Asked(Asked.Kind.COMMAND, "quit").command("QUIT")).isTrue();
    assertThat(Asked.GREETING.command("")).isFalse();
  }
}
