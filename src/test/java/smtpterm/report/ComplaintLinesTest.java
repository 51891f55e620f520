package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smtpterm.screen.Look;

final class ComplaintLinesTest {
  private static final ComplaintLines LINES = new ComplaintLines(Look.plain(true));

  private static List<String> of(String source, int column) {
    return LINES.of(
        new Complaint(
            Complaint.Kind.MALFORMED,
            Optional.of(new Complaint.Spot("a.session", 2, column, source)),
            "wrong",
            Optional.empty(),
            List.of("right")));
  }

  @Test
  void theReplyThatCameStandsUnderThePlace() {
    assertThat(LINES.of(Runs.failed("a.session").complaints().get(0)))
        .containsExactly(
            "a.session:12:4: expected 250, but 550 came",
            "  S: 250 2.1.5",
            "     ^",
            "  S: 550 5.1.1 No such user here",
            "  ✖ 550 no: there is no such mailbox.");
  }

  @Test
  void theCaretStandsUnderThePlaceAlsoBehindEscapes() {
    assertThat(of("S:\u001b 250", 5))
        .containsExactly("a.session:2:5: wrong", "  S:\\x1b 250", "         ^", "  right");
  }

  @Test
  void behindTheMarkBeginsWhatALineSays() {
    assertThat(new Complaint.Spot("a.session", 2, 1, "S: 250").behindMark().column()).isEqualTo(4);
    assertThat(new Complaint.Spot("a.session", 2, 6, "S: 250").behindMark().column()).isEqualTo(6);
    assertThat(new Complaint.Spot("a.session", 2, 1, "@closed").behindMark().column()).isEqualTo(1);
  }

  @Test
  void ofALongLineThePartAroundThePlaceIsShown() {
    List<String> lines = of("x".repeat(500) + "!" + "y".repeat(500), 501);
    assertThat(lines.get(1)).hasSize(2 + 76);
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('!');
  }

  @Test
  void aPlaceBehindTheEndOfItsLineIsNoTrouble() {
    assertThat(of("C: QUIT", 8)).contains("  C: QUIT", "         ^");
    assertThat(of("C: QUIT", 900)).contains("  C: QUIT");
    assertThat(of("", 1)).containsExactly("a.session:2:1: wrong", "  right");
  }

  @Test
  void anAsciiTerminalGetsAscii() {
    Complaint complaint = Runs.failed("ä.session").complaints().get(0);
    assertThat(new ComplaintLines(Look.plain(false)).of(complaint))
        .startsWith("ae.session:12:4: expected 250, but 550 came")
        .endsWith("  x 550 no: there is no such mailbox.");
  }

  @Test
  void nothingThatAServerSaysMovesTheCursor() {
    assertThat(String.join("\n", LINES.of(Runs.evil().complaints().get(0))))
        .doesNotContain("\u001b", "\u0007", "\u202e")
        .contains("\\x1b]0;owned");
  }
}
