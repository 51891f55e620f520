package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smtpterm.protocol.ReplyClass;
import smtpterm.report.CheckRun;
import smtpterm.report.Complaint;
import smtpterm.report.FileReport;
import smtpterm.report.Verdict;
import smtpterm.screen.Look;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class CheckLinesTest {
  private static final FileReport GOOD =
      file("good.session", Verdict.PASSED, new FileReport.Effort(12, Duration.ofMillis(34), 1));

  private static final FileReport LATE =
      file(
          "much-longer.session",
          Verdict.PASSED,
          new FileReport.Effort(1, Duration.ofMillis(1_530), 3));

  private static FileReport file(
      String name, Verdict verdict, FileReport.Effort effort, Complaint... complaints) {
    return new FileReport(name, verdict, effort, List.of(complaints), List.of());
  }

  private static CheckLines lines(boolean unicode, Language language) {
    return new CheckLines(
        Look.plain(unicode), new Texts(language), List.of(GOOD.name(), LATE.name()));
  }

  @Test
  void namesStepsAndTimesStandInColumns() {
    assertThat(lines(true, Language.ENGLISH).of(GOOD))
        .containsExactly("✔ good.session           12 steps    34 ms");
    assertThat(lines(true, Language.ENGLISH).of(LATE))
        .containsExactly("✔ much-longer.session      1 step    1.5 s  try 3");
    assertThat(lines(false, Language.GERMAN).of(LATE))
        .containsExactly("+ much-longer.session   1 Schritt    1,5 s  3. Versuch");
  }

  @Test
  void whatIsWrongStandsBelowAndNothingInItActsOnTheTerminal() {
    String evil = "\u001b]0;owned\u0007";
    Complaint complaint =
        new Complaint(
            Complaint.Kind.EXPECTATION,
            Optional.of(new Complaint.Spot(evil + ".session", 2, 4, "S: 250")),
            "550 came instead of 250.",
            Optional.of(new Complaint.Came(ReplyClass.PERMANENT, List.of("550 " + evil))),
            List.of("550 no"));
    FileReport file = file(evil + ".session", Verdict.FAILED, FileReport.Effort.NONE, complaint);
    assertThat(lines(true, Language.ENGLISH).of(file))
        .containsExactly(
            "✖ \\x1b]0;owned\\x07.session     0 steps     0 ms",
            "  \\x1b]0;owned\\x07.session:2:4: 550 came instead of 250.",
            "    S: 250",
            "       ^",
            "    S: 550 \\x1b]0;owned\\x07",
            "    ✖ 550 no");
  }

  @Test
  void theSummaryNamesOnlyWhatThereIs() {
    CheckRun run =
        new CheckRun(
            Instant.EPOCH,
            Duration.ofSeconds(75),
            List.of(
                GOOD,
                LATE,
                file("m.session", Verdict.MALFORMED, FileReport.Effort.NONE),
                file("l.session", Verdict.LOST, FileReport.Effort.NONE)));
    assertThat(lines(true, Language.ENGLISH).summary(run))
        .isEqualTo("4 files: 2 passed, 1 malformed, 1 without a connection (1 min 15 s)");
    assertThat(lines(false, Language.GERMAN).summary(run))
        .isEqualTo("4 Dateien: 2 bestanden, 1 fehlerhaft, 1 ohne Verbindung (1 min 15 s)");
  }
}
