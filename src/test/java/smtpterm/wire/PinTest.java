package smtpterm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PinTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AB:CD",
        "sha256//AAAA",
        "",
        "sha256//",
        "mail.example",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
      })
  void whatIsNoFingerprintIsNoPin(String typed) {
    assertThat(Pin.parse(typed)).isEmpty();
  }

  @Test
  void bothFormsMeanTheSameOctets() {
    String hex = "00".repeat(31) + "ff";
    assertThat(Pin.parse(hex.toUpperCase(Locale.ROOT))).contains(new Pin(hex));
    assertThat(Pin.parse("00:".repeat(31) + "FF")).contains(new Pin(hex));
    assertThat(Pin.parse("sha256//" + "A".repeat(40) + "AP8=")).contains(new Pin(hex));
  }
}
