package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "1,1",
    "1000,1000",
    "500K,512000",
    "500k,512000",
    "10M,10485760",
    "10MB,10485760",
    "10MiB,10485760",
    "1G,1073741824",
    "9999999999,9999999999"
  })
  void sizesAreReadWithTheirUnit(String typed, long expected) {
    assertThat(new Sizes().convert(typed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0K", "-1", "+1", "1.5M", "M", "1T", "1 M", "99999999999", "٣"})
  void everythingElseIsNoSize(String typed) {
    assertThatThrownBy(() -> new Sizes().convert(typed))
        .isInstanceOf(TypeConversionException.class);
  }
}
