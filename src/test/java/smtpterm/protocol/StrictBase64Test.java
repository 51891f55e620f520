package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static smtpterm.protocol.StrictBase64.Kind.BINARY;
import static smtpterm.protocol.StrictBase64.Kind.FOREIGN_CHARACTER;
import static smtpterm.protocol.StrictBase64.Kind.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrictBase64Test {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "YW5uYQ==           | TEXT              | 0 | anna",
        "Z2VoZWlt           | TEXT              | 0 | geheim",
        "w6TDtsO8           | TEXT              | 0 | äöü",
        "8J+Yig==           | TEXT              | 0 | 😊",
        "\"\"               | TEXT              | 0 | \"\"",
        "anna               | BINARY            | 0 | \"\"",
        "/+8=               | BINARY            | 0 | \"\"",
        "GwA=               | BINARY            | 0 | \"\"",
        "geheim             | WRONG_LENGTH      | 6 | \"\"",
        "YW5uYQ=            | WRONG_LENGTH      | 7 | \"\"",
        "YW5uYQ             | WRONG_LENGTH      | 6 | \"\"",
        "=                  | WRONG_LENGTH      | 1 | \"\"",
        "====               | FOREIGN_CHARACTER | 0 | \"\"",
        "YW5=YQ==           | FOREIGN_CHARACTER | 3 | \"\"",
        "YQ==YQ==           | FOREIGN_CHARACTER | 2 | \"\"",
        "ge!h               | FOREIGN_CHARACTER | 2 | \"\"",
        "\"YW5u YQ=\"       | FOREIGN_CHARACTER | 4 | \"\"",
        "\" YW5uYQ==\"      | FOREIGN_CHARACTER | 0 | \"\"",
        "\"YW5uYQ== \"      | FOREIGN_CHARACTER | 6 | \"\"",
        "YW5u-_==           | FOREIGN_CHARACTER | 4 | \"\"",
        "YW5uYR==           | LEFTOVER_BITS     | 5 | \"\"",
        "YW5uYWJ=           | LEFTOVER_BITS     | 6 | \"\"",
        "*                  | FOREIGN_CHARACTER | 0 | \"\"",
      })
  void eachLineIsJudgedAndTheOffenderNamed(
      String line, StrictBase64.Kind kind, int position, String text) {
    assertThat(StrictBase64.judge(line)).isEqualTo(new StrictBase64.Verdict(kind, position, text));
  }

  @Test
  void nulMayStandInTextButNoOtherControl() {
    assertThat(StrictBase64.judge("AGFubmEAZ2VoZWlt").text()).isEqualTo("\0anna\0geheim");
    for (int c = 1; c < 0x20; c++) {
      String encoded = Base64.getEncoder().encodeToString(new byte[] {'a', (byte) c});
      assertThat(StrictBase64.judge(encoded).kind()).as("control %d", c).isEqualTo(BINARY);
    }
  }

  @Test
  void whatAnEncoderWroteIsBase64() {
    Random random = new Random(4648);
    for (int i = 0; i < 2_000; i++) {
      byte[] octets = new byte[random.nextInt(60)];
      random.nextBytes(octets);
      assertThat(StrictBase64.judge(Base64.getEncoder().encodeToString(octets)).base64()).isTrue();
    }
  }

  @Test
  void noOtherWayToWriteTheSameIsBase64() {
    String one = "YQ==";
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      char c = alphabet.charAt(i);
      String line = "Y" + c + "==";
      boolean canonical =
          Base64.getEncoder().encodeToString(Base64.getDecoder().decode(line)).equals(line);
      assertThat(StrictBase64.judge(line).base64()).as(line).isEqualTo(canonical);
    }
    assertThat(StrictBase64.judge(one).kind()).isEqualTo(TEXT);
  }

  @Test
  void eachCharacterOutsideTheAlphabetIsForeign() {
    for (int c = 0; c < 0x250; c++) {
      String line = "AB" + (char) c + "D";
      boolean known = c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
      StrictBase64.Verdict verdict = StrictBase64.judge(line);
      assertThat(verdict.base64()).as("U+%04X", c).isEqualTo(known);
      if (!known) {
        assertThat(verdict.kind()).isEqualTo(FOREIGN_CHARACTER);
        assertThat(verdict.position()).isEqualTo(2);
      }
    }
  }

  @Test
  void longLinesAreJudgedWhole() {
    String text = "x".repeat(60_000);
    String line = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    assertThat(StrictBase64.judge(line).text()).isEqualTo(text);
  }
}
