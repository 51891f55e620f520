package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An address that can be read from far away. */
final class BlockLettersTest {
  private static List<String> letters(String address, boolean unicode, int columns) {
    return BlockLetters.of(address, new Look(false, unicode, () -> columns));
  }

  @Test
  void anAddressIsFiveRowsHigh() {
    assertThat(letters("10.2", true, 100))
        .containsExactly(
            "  ██  ██████      ██████",
            "████  ██  ██          ██",
            "  ██  ██  ██      ██████",
            "  ██  ██  ██      ██",
            "  ██  ██████  ██  ██████");
    assertThat(letters("f:", false, 100))
        .containsExactly("######", "##      ##", "####", "##      ##", "##");
  }

  @Test
  void aNarrowWindowGetsNarrowLettersAndAStripNone() {
    String address = "192.168.100.200";
    assertThat(letters(address, true, 60)).hasSize(5).allMatch(row -> row.length() < 60);
    assertThat(letters(address, true, 40)).containsExactly(address);
  }

  @Test
  void whereNoWindowIsTheAddressStandsAsItIs() {
    assertThat(letters("192.168.1.20", true, 0)).containsExactly("192.168.1.20");
    assertThat(letters("mail.example", true, 300)).containsExactly("mail.example");
  }
}
