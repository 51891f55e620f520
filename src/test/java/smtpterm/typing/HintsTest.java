package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HintsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "MAIL FROM:<address> [SIZE=n] | MAIL FROM:<",
        "EHLO <name>                  | \"EHLO \"",
        "AUTH LOGIN [answer]          | \"AUTH \"",
        "HELP [command]               | HELP",
        "DATA                         | DATA",
      })
  void theStemIsWhatCanBeTypedWithoutThinking(String syntax, String stem) {
    assertThat(Hints.stem(syntax)).isEqualTo(stem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"                    | MAIL FROM:<address> [SIZE=n]",
        "M                       | AIL FROM:<address> [SIZE=n]",
        "mail f                  | rom:<address> [SIZE=n]",
        "MAIL FROM:              | <address> [SIZE=n]",
        "MAIL FROM:<             | address> [SIZE=n]",
        "MAIL FROM:<a            | >",
        "MAIL FROM:<a>           | \" [SIZE=n]\"",
        "\"MAIL FROM:<a> \"      | \"\"",
        "MAIL FROM:<a> SIZE=1    | \"\"",
        "MAIL FROM:a             | \"\"",
        "MIAL                    | \"\"",
      })
  void theHintShrinksAsOneTypes(String typed, String rest) {
    assertThat(Hints.rest("MAIL FROM:<address> [SIZE=n]", typed)).isEqualToIgnoringCase(rest);
  }

  @ParameterizedTest
  @CsvSource({"QU,IT", "QUIT,''", "QUITX,''", "QUIT x,''"})
  void aCommandWithoutArgumentsIsJustCompleted(String typed, String rest) {
    assertThat(Hints.rest("QUIT", typed)).isEqualTo(rest);
  }
}
