package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintableTest {
  @Test
  void eachC0ControlButTabBecomesVisible() {
    for (char c = 0; c < 0x20; c++) {
      String escaped = Printable.escape("a" + c + "b");
      assertThat(escaped).isEqualTo(c == '\t' ? "a\tb" : String.format("a\\x%02xb", (int) c));
    }
    assertThat(Printable.escape("\u007f")).isEqualTo("\\x7f");
  }

  @Test
  void eachC1ControlBecomesVisible() {
    for (int c = 0x80; c < 0xA0; c++) {
      assertThat(Printable.escape(String.valueOf((char) c))).isEqualTo(String.format("\\u%04x", c));
    }
  }

  @Test
  void eachOctetThatIsNoUtf8BecomesVisible() {
    for (int octet = 0x80; octet <= 0xFF; octet++) {
      assertThat(Printable.escape(String.valueOf((char) (0xDC00 + octet))))
          .isEqualTo(String.format("\\x%02x", octet));
    }
  }

  @Test
  void eachLoneSurrogateBecomesVisible() {
    for (int c = 0xD800; c <= 0xDFFF; c++) {
      String escaped = Printable.escape("a" + (char) c);
      assertThat(escaped).startsWith("a\\").matches("[ -~]+");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AD,\\u00ad",
    "61C,\\u061c",
    "200B,\\u200b",
    "200E,\\u200e",
    "200F,\\u200f",
    "2028,\\u2028",
    "2029,\\u2029",
    "202A,\\u202a",
    "202E,\\u202e",
    "2066,\\u2066",
    "2069,\\u2069",
    "2060,\\u2060",
    "FEFF,\\ufeff",
    "FFF9,\\ufff9",
    "E000,\\ue000",
    "FFFF,\\uffff",
    "1D173,\\u{1d173}",
    "E0001,\\u{e0001}",
    "E0041,\\u{e0041}",
    "F0000,\\u{f0000}",
    "10FFFF,\\u{10ffff}",
  })
  void whatHidesOrTurnsTextBecomesVisible(String hex, String escape) {
    String character = Character.toString(Integer.parseInt(hex, 16));
    assertThat(Printable.escape("a" + character + "b")).isEqualTo("a" + escape + "b");
  }

  @Test
  void noCharacterThatActsOnATerminalPasses() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int type = Character.getType(c);
      boolean acts =
          (type == Character.CONTROL && c != '\t')
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR
              || type == Character.SURROGATE;
      if (acts) {
        assertThat(Printable.harmless(c)).as("U+%04X", c).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "250 ok", "äöüß €", "日本語", "😊", "a\u0301", "\\x1b", "\ta"})
  void textStaysAsItIs(String text) {
    assertThat(Printable.escape(text)).isEqualTo(text);
  }

  @Test
  void eachEscapeCanBeMarked() {
    assertThat(Printable.escape("a\u001b[2J\u0007", escape -> "<" + escape + ">"))
        .isEqualTo("a<\\x1b>[2J<\\x07>");
  }
}
