package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WrapTest {
  @Test
  void sentencesAreBrokenAtBlanks() {
    assertThat(Wrap.at("one two three four five", 10))
        .containsExactly("one two", "three four", "five");
    assertThat(Wrap.at("aaaa bbbbb cccc", 10)).containsExactly("aaaa bbbbb", "cccc");
  }

  @Test
  void whatFitsStaysAsItIs() {
    for (String line : List.of("", " ", "1234567890", "a  b", " a", "a ")) {
      assertThat(Wrap.at(line, 10)).containsExactly(line);
    }
  }

  @Test
  void aWordThatIsTooLongStandsAlone() {
    assertThat(Wrap.at("a 12345678901234 b", 10)).containsExactly("a", "12345678901234", "b");
    assertThat(Wrap.at("12345678901234", 10)).containsExactly("12345678901234");
  }

  @Test
  void belowTenColumnsNothingIsBroken() {
    assertThat(Wrap.at("one two three", 9)).containsExactly("one two three");
    assertThat(Wrap.at("one two three", 0)).containsExactly("one two three");
  }

  @Test
  void blanksAtTheEdgesMakeNoEmptyLines() {
    assertThat(Wrap.at(" 12345678901234", 10)).containsExactly(" 12345678901234");
    assertThat(Wrap.at("  1234567890 b", 10)).containsExactly("  1234567890", "b");
    assertThat(Wrap.at("1234567890 ", 10)).containsExactly("1234567890");
    assertThat(Wrap.at("12345 67890   ", 10)).containsExactly("12345", "67890   ");
    assertThat(Wrap.at("           ", 10)).hasSize(1);
  }

  @Test
  void aLoneDotAtTheEndIsNotLeftAlone() {
    assertThat(Wrap.at("then a single .", 13)).containsExactly("then a", "single .");
    assertThat(Wrap.at("single .", 10)).containsExactly("single .");
    assertThat(Wrap.at("1234567890 .", 10)).containsExactly("1234567890", ".");
  }

  @Test
  void nothingIsLostButBlanks() {
    String sentence = "the quick brown fox  jumps over   the lazy dog and other animals";
    for (int width = 10; width < 80; width++) {
      List<String> lines = Wrap.at(sentence, width);
      assertThat(String.join(" ", lines).replaceAll(" +", " "))
          .isEqualTo(sentence.replaceAll(" +", " "));
      for (String line : lines) {
        assertThat(line.length()).isLessThanOrEqualTo(width);
      }
    }
  }
}
