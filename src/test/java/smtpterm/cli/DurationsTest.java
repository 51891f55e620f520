package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationsTest {
  @ParameterizedTest
  @CsvSource({"30s,PT30S", "30,PT30S", "500ms,PT0.5S", "5m,PT5M", "24h,PT24H", "1ms,PT0.001S"})
  void timesAreReadWithTheirUnit(String typed, Duration expected) {
    assertThat(new Durations().convert(typed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "0", "0s", "00ms", "-1", "+1", "1.5s", "s", "1d", "1 s", "25h", "9999999", "٣"
      })
  void everythingElseIsNoTime(String typed) {
    assertThatThrownBy(() -> new Durations().convert(typed))
        .isInstanceOf(TypeConversionException.class);
  }
}
