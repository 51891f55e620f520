package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnhancedCodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"5.7.8 wrong", "5.7.8", "2.0.0 ok", "4.999.999 odd", "5.7.8  two blanks"})
  void aCodeStandsAtTheStart(String text) {
    EnhancedCode code = EnhancedCode.atStartOf(text).orElseThrow();
    assertThat(text).startsWith(code.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ok",
        "3.0.0 go",
        "1.2.3",
        "5.7",
        "5.7.8.9 more",
        "05.7.8",
        "5.07.8",
        "5.7.08",
        "5.1000.1",
        "5.7.8wrong",
        "5.7.8\tx",
        " 5.7.8 wrong",
        "ok 5.7.8",
        "5.7.-1",
        "٥.٧.٨",
      })
  void everythingElseIsText(String text) {
    assertThat(EnhancedCode.atStartOf(text)).isEmpty();
  }

  @Test
  void itsPartsAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EnhancedCode(3, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new EnhancedCode(5, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new EnhancedCode(5, 0, 1000));
  }
}
