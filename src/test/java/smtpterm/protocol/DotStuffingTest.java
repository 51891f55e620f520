package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DotStuffingTest {
  @ParameterizedTest
  @CsvSource({"., ..", "..,...", ".hidden,..hidden", "a.b,a.b", "'',''", "' .',' .'"})
  void aLeadingDotIsDoubledAndComesBack(String line, String sent) {
    assertThat(DotStuffing.stuff(line)).isEqualTo(sent);
    assertThat(DotStuffing.unstuff(sent)).isEqualTo(line);
  }
}
