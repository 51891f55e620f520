package smtpterm.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Base64 on one line. */
final class Base64LineTest {
  /** RFC 4648 section 10, and the accounts of the practice server. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, Zg==",
    "fo, Zm8=",
    "foo, Zm9v",
    "foobar, Zm9vYmFy",
    "anna, YW5uYQ==",
    "geheim, Z2VoZWlt",
    "ä, w6Q=",
    "Username:, VXNlcm5hbWU6"
  })
  void textBecomesBase64OfItsUtf8(String text, String base64) {
    assertThat(Base64Line.encode(text)).isEqualTo(base64);
    assertThat(Base64Line.decode(base64).orElseThrow()).asString(UTF_8).isEqualTo(text);
  }

  @Test
  void backslashZeroIsNulOnlyWhereItIsAskedFor() {
    assertThat(Base64Line.encodeTyped("\\0anna\\0geheim", true)).isEqualTo("AGFubmEAZ2VoZWlt");
    assertThat(Base64Line.encodeTyped("\\0", false)).isEqualTo("XDA=");
    assertThat(Base64Line.encodeTyped("a\\n\\", true)).isEqualTo("YVxuXA==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"geheim", "ge!h", "YW5uYQ=", "YW5uYR==", "YW5u YQ==", "=", "*", "ä"})
  void whatIsNotBase64IsNotRead(String line) {
    assertThat(Base64Line.decode(line)).isEmpty();
  }

  @Test
  void octetsOfEveryLengthComeBackAndNeverBreakTheLine() {
    Random random = new Random(4648);
    for (int length = 0; length < 400; length++) {
      byte[] octets = new byte[length];
      random.nextBytes(octets);
      String line = Base64Line.encode(octets);
      assertThat(line).doesNotContain("\r", "\n", " ");
      assertThat(Base64Line.decode(line).orElseThrow()).isEqualTo(octets);
    }
  }
}
