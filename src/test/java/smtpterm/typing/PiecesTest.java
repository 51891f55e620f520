package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.screen.Role;

final class PiecesTest {
  /** The pieces as text: {@code [MAIL]( FROM:<){a@b}(>)…}. */
  private static List<String> cut(String line, List<Piece> pieces) {
    List<String> cut = new ArrayList<>();
    int at = 0;
    for (Piece piece : pieces) {
      cut.add(line.substring(at, at + piece.length()) + ":" + piece.role().sgr());
      at += piece.length();
    }
    return cut;
  }

  @Test
  void verbAddressAndParametersHaveTheirColours() {
    String line = "MAIL FROM:<a@b> SIZE=1";
    assertThat(cut(line, Pieces.ofCommand(line)))
        .containsExactly(
            "MAIL:" + Role.VERB,
            " FROM:<:",
            "a@b:" + Role.ADDRESS,
            ">:",
            " SIZE=1:" + Role.PARAMETER);
  }

  @ParameterizedTest
  @CsvSource({
    "'',1",
    "QUIT,1",
    "EHLO me,1",
    "MAIL FROM:<,3",
    "MAIL FROM:<a,3",
    "MAIL FROM:<>,5",
    "RCPT TO:<a> <b>,5",
    "<a>,1",
    "' <a>',5",
  })
  void noLineIsTooOddToBeCut(String line, int pieces) {
    List<Piece> cut = Pieces.ofCommand(line);
    assertThat(cut).hasSize(pieces);
    assertThat(cut.stream().mapToInt(Piece::length).sum()).isLessThanOrEqualTo(line.length());
    assertThat(cut).allMatch(piece -> piece.length() >= 0);
  }

  @Test
  void inAnAnswerTheForeignCharacterIsMarked() {
    assertThat(cut("ge!h", Pieces.ofAnswer("ge!h"))).containsExactly("ge:", "!:" + Role.FLAW);
    for (String fine : List.of("YW5uYQ==", "anna", "geheim", "*", "")) {
      assertThat(Pieces.ofAnswer(fine)).as(fine).isEmpty();
    }
  }
}
