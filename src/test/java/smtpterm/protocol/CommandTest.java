package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      value = {
        "EHLO laptop              | EHLO | laptop            | LAPTOP",
        "ehlo laptop              | EHLO | laptop            | LAPTOP",
        "mail from:<a@b> SIZE=1   | MAIL | from:<a@b> SIZE=1 | FROM:<A@B>",
        "QUIT                     | QUIT | \"\"              | \"\"",
        "\"QUIT \"                | QUIT | \"\"              | \"\"",
        "\"AUTH  LOGIN\"          | AUTH | \" LOGIN\"        | LOGIN",
        "\"auth\tlogin x\"        | AUTH | login x           | LOGIN",
        "\" EHLO laptop\"         | \"\" | EHLO laptop       | EHLO",
        "weiß ich                 | WEIß | ich               | ICH",
        "\"\"                     | \"\" | \"\"              | \"\"",
        "\" \"                    | \"\" | \"\"              | \"\"",
      })
  void theFirstWordIsTheVerbAndTheRestItsArgument(
      String line, String verb, String argument, String first) {
    Command command = new Command(line);
    assertThat(command.verb()).isEqualTo(verb);
    assertThat(command.argument()).isEqualTo(argument);
    assertThat(command.firstArgument()).isEqualTo(first);
    assertThat(command.line()).isEqualTo(line);
  }

  @Test
  void theCaseOfAVerbIsThatOfNoTurkishLocale() {
    assertThat(new Command("quit").is("QUIT")).isTrue();
    assertThat(new Command("QUİT").is("QUIT")).isFalse();
    assertThat(new Command("quıt").is("QUIT")).isFalse();
    assertThat(new Command("QUITX").is("QUIT")).isFalse();
  }

  @Test
  void nullIsNoCommand() {
    assertThatNullPointerException().isThrownBy(() -> new Command(null));
  }
}
