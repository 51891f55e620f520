package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;

/** What F6 makes of a line. */
final class Base64KeyTest {
  private final Base64Key key = new Base64Key();

  private String command(String line) {
    return key.press(line, LineKind.COMMAND, Optional.empty()).after();
  }

  private Base64Key.Change answer(String auth, String line) {
    return key.press(line, LineKind.ANSWER, Optional.of(Exchange.opened(new Command(auth))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "AUTH LOGIN anna            | AUTH LOGIN YW5uYQ==",
        "auth login anna            | auth login YW5uYQ==",
        "AUTH PLAIN \\0anna\\0geheim | AUTH PLAIN AGFubmEAZ2VoZWlt",
        "AUTH LOGIN a b             | AUTH LOGIN YSBi",
        "\"AUTH  PLAIN  \\0a\\0b\"  | \"AUTH  PLAIN  AGEAYg==\"",
        "AUTH LOGIN                 | AUTH LOGIN",
        "\"AUTH LOGIN \"            | \"AUTH LOGIN \"",
        "AUTH                       | AUTH",
        "anna                       | YW5uYQ==",
        "X-USER anna                | X-USER YW5uYQ==",
        "\"anna \"                  | \"anna \"",
        "\"\"                       | \"\"",
        "ü                          | w7w=",
      })
  void inACommandItEncodesWhatFollowsTheMechanismOrTheLastWord(String typed, String becomes) {
    assertThat(command(typed)).isEqualTo(becomes);
  }

  @Test
  void anAnswerIsEncodedWhole() {
    assertThat(answer("AUTH LOGIN", " an na ").after()).isEqualTo("IGFuIG5hIA==");
    assertThat(answer("AUTH LOGIN", "\\0x").after()).isEqualTo("XDB4");
  }

  @Test
  void wherePlainIsDueBackslashZeroIsNul() {
    assertThat(answer("AUTH PLAIN", "\\0anna\\0geheim").after()).isEqualTo("AGFubmEAZ2VoZWlt");
  }

  @Test
  void pressedAgainItRestoresWhatWasTyped() {
    assertThat(answer("AUTH LOGIN", "anna")).isEqualTo(new Base64Key.Change("anna", "YW5uYQ==", 8));
    assertThat(answer("AUTH LOGIN", "YW5uYQ=="))
        .isEqualTo(new Base64Key.Change("YW5uYQ==", "anna", 0));
    assertThat(answer("AUTH LOGIN", "anna").encoded()).isEqualTo(8);
  }

  @Test
  void whatLooksLikeBase64ByAccidentIsNotDecoded() {
    assertThat(answer("AUTH LOGIN", "anna").after()).isEqualTo("YW5uYQ==");
    assertThat(answer("AUTH LOGIN", "YW5uYQ=").after()).isEqualTo("WVc1dVlRPQ==");
    assertThat(answer("AUTH LOGIN", "YW5uYQ==").after())
        .as("its own result, but another line was changed since")
        .isEqualTo("WVc1dVlRPT0=");
  }
}
