package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.LineFlaws;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;
import smtpterm.screen.Role;

final class PiecesTest {
  private static final Progress IDLE =
      Progress.at(Phase.MAIL).greeted(Capabilities.of(Reply.of("250-mx", "250 SIZE 1000")));

  /** The pieces as text: {@code verb[MAIL] FROM:<address[a@b]>}. */
  private static String cut(String line, List<Piece> pieces) {
    StringBuilder cut = new StringBuilder();
    int at = 0;
    for (Piece piece : pieces) {
      String text = line.substring(at, at + piece.length());
      String name = piece.role().name().toLowerCase(Locale.ROOT);
      cut.append(piece.role() == Role.PLAIN ? text : name + "[" + text + "]");
      at += piece.length();
    }
    return cut.append(line.substring(at)).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MAIL FROM:<a@b> SIZE=1 SMTPUTF8 | verb[MAIL] FROM:<address[a@b]> parameter[SIZE=]value[1] parameter[SMTPUTF8]",
        "rcpt to:<a@b                | verb[rcpt] to:<address[a@b]",
        "MAIL FROM:<a@b>  BODY=      | verb[MAIL] FROM:<address[a@b]>  parameter[BODY=]",
        "EHLO laptop                 | verb[EHLO] address[laptop]",
        "USER anna                   | verb[USER] address[anna]",
        "AUTH LOGIN                  | verb[AUTH] parameter[LOGIN]",
        "AUTH PLAIN AGFubmEAZ2VoZWlt | verb[AUTH] parameter[PLAIN] base64[AGFubmEAZ2VoZWlt]",
        "AUTH PLAIN geheim           | verb[AUTH] parameter[PLAIN] geheim",
        "TOP 1 20                    | verb[TOP] value[1] value[20]",
        "BDAT 86 LAST                | verb[BDAT] value[86] parameter[LAST]",
        "QUIT                        | verb[QUIT]",
      })
  void eachPartOfACommandHasItsOwnRole(String line, String cut) {
    assertThat(cut(line, Pieces.ofCommand(line))).isEqualTo(cut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "MAIL FROM:<",
        "MAIL FROM:<>",
        "RCPT TO:<a> <b>",
        "<a>",
        " <a>",
        "\t",
        "="
      })
  void noLineIsTooOddToBeCut(String line) {
    List<Piece> cut = Pieces.ofCommand(line);
    assertThat(cut.stream().mapToInt(Piece::length).sum()).isLessThanOrEqualTo(line.length());
    assertThat(cut).allMatch(piece -> piece.length() > 0);
  }

  @Test
  void aLocalCommandAndItsArgumentDiffer() {
    assertThat(cut("/send a b", Pieces.ofLocal("/send a b")))
        .isEqualTo("local[/send]argument[ a b]");
  }

  @ParameterizedTest
  @CsvSource({
    "ge!h, ge!h, geflaw[!]h",
    "YW5uYQ==, YW5uYQ==, base64[YW5uYQ==]",
    "YW5uYR==, leftover bits, YW5uYflaw[R]==",
    "geheim, too short still, geheim",
    "anna, no text, anna",
    "*, the way out, *",
  })
  void inAnAnswerBase64ShowsAndWhatCannotBeItIsMarked(String line, String why, String cut) {
    assertThat(cut(line, Pieces.ofAnswer(line, true))).as(why).isEqualTo(cut);
  }

  @Test
  void whereAnswersAreOctetsAnyBase64IsRight() {
    assertThat(cut("anna", Pieces.ofAnswer("anna", false))).isEqualTo("base64[anna]");
  }

  @ParameterizedTest
  @CsvSource({
    "Subject: hi, true, field[Subject:] hi",
    "Subject: hi, false, Subject: hi",
    "no field, true, no field",
    "., false, dot[.]",
    "., true, dot[.]",
    ".., false, ..",
  })
  void headerLinesAndTheLoneDotStandOutInAMessage(String line, boolean header, String cut) {
    assertThat(cut(line, Pieces.ofText(line, header, false))).isEqualTo(cut);
  }

  @Test
  void inABlockThatIsCountedADotEndsNothing() {
    assertThat(cut(".", Pieces.ofText(".", false, true))).isEqualTo(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MAIL FROM <a@b> SIZE=x      | verb[MAIL] flaw[FROM] <address[a@b]> flaw[SIZE=x]",
        "MIAL FROM:<a@b>             | flaw[MIAL] parameter[FROM:<a@b>]",
        "RCPT TO:<a@b>               | flaw[RCPT] TO:<address[a@b]>",
        "MAIL FROM:<a@@b.> SIZE=9999 | verb[MAIL] FROM:<address[a@]flaw[@]address[b.]> flaw[SIZE=9999]",
        "C: MAIL FROM:<a@b>          | flaw[C:] parameter[MAIL] parameter[FROM:<a@b>]",
        "MAIL FROM:‹a@b›             | verb[MAIL] FROM:flaw[‹]a@bflaw[›]",
      })
  void eachFlawIsMarkedInItsPlaceAndTheRestKeepsItsColours(String line, String cut) {
    List<Piece> pieces =
        Pieces.marked(line, Pieces.ofCommand(line), LineFlaws.soFar(IDLE, LineKind.COMMAND, line));
    assertThat(cut(line, pieces)).isEqualTo(cut);
  }

  @Test
  void whatHasNoWidthIsMarkedWithItsNeighbour() {
    String line = "MAIL\u200b FROM:<a@b>";
    List<Piece> pieces =
        Pieces.marked(line, Pieces.ofCommand(line), LineFlaws.soFar(IDLE, LineKind.COMMAND, line));
    assertThat(cut(line, pieces)).startsWith("verb[MAI]flaw[L\u200b]");
  }

  @Test
  void piecesStayWholeWhateverIsMarked() {
    String line = "RCPT TO:<a> x";
    for (int from = 0; from <= line.length(); from++) {
      for (int to = from + 1; to <= line.length(); to++) {
        List<Piece> marked = Pieces.marked(line, Pieces.ofCommand(line), from, to);
        List<String> flaws = new ArrayList<>();
        int at = 0;
        for (Piece piece : marked) {
          if (piece.role() == Role.FLAW) {
            flaws.add(line.substring(at, at + piece.length()));
          }
          at += piece.length();
        }
        assertThat(flaws).containsExactly(line.substring(from, to));
      }
    }
  }
}
