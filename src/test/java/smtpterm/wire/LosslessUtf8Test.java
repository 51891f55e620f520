package smtpterm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LosslessUtf8Test {
  private static byte[] octets(int... values) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int value : values) {
      octets.write(value);
    }
    return octets.toByteArray();
  }

  @Test
  void eachOctetAloneComesBack() {
    for (int octet = 0; octet < 256; octet++) {
      String text = LosslessUtf8.decode(octets(octet));
      assertThat(text).hasSize(1);
      assertThat(LosslessUtf8.encode(text)).containsExactly((byte) octet);
    }
  }

  @Test
  void eachPairOfOctetsComesBack() {
    for (int pair = 0; pair < 65_536; pair++) {
      byte[] both = octets(pair >> 8, pair & 0xFF);
      assertThat(LosslessUtf8.encode(LosslessUtf8.decode(both))).isEqualTo(both);
    }
  }

  @Test
  void anyOctetsComeBack() {
    Random random = new Random(3629);
    for (int i = 0; i < 5_000; i++) {
      byte[] any = new byte[random.nextInt(40)];
      random.nextBytes(any);
      assertThat(LosslessUtf8.encode(LosslessUtf8.decode(any))).isEqualTo(any);
    }
  }

  @Test
  void utf8TextIsWhatItIsEverywhere() {
    Random random = new Random(5321);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder any = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        int c = random.nextInt(Character.MAX_CODE_POINT + 1);
        any.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 'x' : c);
      }
      String text = any.toString();
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      assertThat(LosslessUtf8.decode(utf8)).isEqualTo(text);
      assertThat(LosslessUtf8.encode(text)).isEqualTo(utf8);
    }
  }

  @Test
  void latin1AmongUtf8IsCarriedOctetByOctet() {
    byte[] mixed = octets('a', 0xE4, 0xC3, 0xA4, 0xFF, 'b');
    assertThat(LosslessUtf8.decode(mixed)).isEqualTo("a\uDCE4ä\uDCFFb");
    assertThat(LosslessUtf8.encode("a\uDCE4ä\uDCFFb")).isEqualTo(mixed);
  }

  @Test
  void encodedSurrogatesAndOverlongFormsAreNoText() {
    byte[] surrogate = octets(0xED, 0xB2, 0x80);
    byte[] overlong = octets(0xC0, 0xAF);
    assertThat(LosslessUtf8.decode(surrogate)).isEqualTo("\uDCED\uDCB2\uDC80");
    assertThat(LosslessUtf8.decode(overlong)).isEqualTo("\uDCC0\uDCAF");
  }

  @Test
  void aBrokenSurrogateThatCarriesNoOctetBecomesAQuestionMark() {
    assertThat(LosslessUtf8.encode("\uD83D")).containsExactly((byte) '?');
    assertThat(LosslessUtf8.encode("\uDC10")).containsExactly((byte) '?');
    assertThat(LosslessUtf8.encode("\uD83Dx")).containsExactly((byte) '?', (byte) 'x');
  }

  @Test
  void aPairOfSurrogatesIsACharacterEvenWhereItsSecondHalfCouldCarryAnOctet() {
    String text = "\uD83D\uDC80";
    assertThat(LosslessUtf8.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }
}
