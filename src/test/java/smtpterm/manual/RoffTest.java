package smtpterm.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoffTest {
  private static List<String> body(String text) {
    Roff page = new Roff("X", "2026-11-21", "x 1", "about");
    page.section("S");
    page.paragraph(text);
    List<String> lines = page.lines();
    return lines.subList(lines.indexOf(".SH \"S\"") + 1, lines.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain words | plain words",
        "a back\\slash | a back\\eslash",
        "server's | server\\(aqs",
        "in ~/.config | in \\(ti/.config",
        "well-known | well-known",
        "practice-tls/key | practice\\-tls/key",
        "see --list and -d. | see \\fB\\-\\-list\\fP and \\fB\\-d\\fP.",
        "(--tls) | (\\fB\\-\\-tls\\fP)",
        "- is the input | \\- is the input",
        "größer: Ärger | gr\\(:o\\(sser: \\(:Arger",
        "an arrow → here | an arrow \\[u2192] here",
        ".SH no heading | \\&.SH no heading",
        "'quoted | \\(aqquoted",
      })
  void whatMeansSomethingToRoffIsWrittenSoThatItIsShown(String text, String roff) {
    assertThat(body(text)).containsExactly(roff);
  }

  @Test
  void aLineThatIsBrokenBeforeADotIsNoRequest() {
    assertThat(body("x".repeat(77) + " .br")).containsExactly("x".repeat(77), "\\&.br");
  }

  @Test
  void examplesStayAsTheyAre() {
    Roff page = new Roff("X", "2026-11-21", "x 1", "about");
    page.example(List.of(".hidden 'a\\n' -x | y"));
    assertThat(page.lines())
        .containsSubsequence(".RS 4", ".nf", "\\&.hidden \\(aqa\\en\\(aq \\-x | y", ".fi", ".RE");
  }
}
