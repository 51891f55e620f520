package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smtpterm.screen.Dissection.Piece;

/** What a line is made of, in columns that no value can leave. */
final class DissectionTest {
  private static List<String> lines(int columns, Piece... pieces) {
    Look look = new Look(false, true, () -> columns);
    return new Dissection(new Layout(look)).lines(List.of(pieces));
  }

  @Test
  void valuesStandBelowEachOtherAndTheirMeaningBehindThemWhereItFits() {
    assertThat(
            lines(
                60,
                new Piece("salt", "c2FsdA==", "goes into the hash"),
                new Piece("iterations", "4096", "so often the password is hashed, to slow down")))
        .containsExactly(
            "     salt        c2FsdA==   goes into the hash",
            "     iterations  4096",
            "                 so often the password is hashed, to slow",
            "                 down");
  }

  @Test
  void aLongValueIsBrokenButNothingOfItIsMissing() {
    assertThat(lines(40, new Piece("proof", "A".repeat(30) + "B".repeat(15), "meaning")))
        .containsExactly(
            "     proof  " + "A".repeat(27),
            "            " + "AAA" + "B".repeat(15),
            "            meaning");
  }

  @Test
  void aPipeHasNoColumnsAndAStrangersValueIsHarmlessAndBounded() {
    List<String> lines = lines(0, new Piece("q", "\u001b[2J\u202e" + "x".repeat(9_000), "m"));
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).startsWith("     q  \\x1b[2J\\u202ex").hasSizeLessThan(640);
    assertThat(lines(0, new Piece("nothing", "", "an empty line")))
        .containsExactly("     nothing  an empty line");
  }
}
