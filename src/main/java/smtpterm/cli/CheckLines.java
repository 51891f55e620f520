package smtpterm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smtpterm.protocol.ReplyClass;
import smtpterm.report.CheckRun;
import smtpterm.report.Complaint;
import smtpterm.report.ComplaintLines;
import smtpterm.report.FileReport;
import smtpterm.report.Measure;
import smtpterm.report.Verdict;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.text.Texts;

/**
 * What became of files, for people: {@code ✔ first.session 12 steps 34 ms}, below it what was
 * wrong, and a summary at the end.
 */
final class CheckLines {
  private static final int WIDEST_NAME = 56;
  private static final int STEPS = 12;
  private static final int TIME = 9;
  private static final String INDENT = "  ";

  private final Look look;
  private final Texts texts;
  private final int nameWidth;

  /**
   * @param names all the names that will be shown, for a column of their width
   */
  CheckLines(Look look, Texts texts, List<String> names) {
    this.look = look;
    this.texts = texts;
    this.nameWidth =
        names.stream()
            .mapToInt(name -> look.foreign(name).length())
            .filter(width -> width <= WIDEST_NAME)
            .max()
            .orElse(0);
  }

  /** One file: a line, and below it what was wrong. */
  List<String> of(FileReport file) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(file));
    ComplaintLines complaints = new ComplaintLines(look);
    for (Complaint complaint : file.complaints()) {
      complaints.of(complaint).forEach(line -> lines.add(INDENT + line));
    }
    return lines;
  }

  private String headline(FileReport file) {
    String name = look.foreign(file.name());
    String gap = " ".repeat(Math.max(0, nameWidth - name.length()));
    String steps = Measure.steps(texts, file.effort().steps());
    String time = Measure.time(texts, file.effort().took());
    String line =
        sign(file.verdict())
            + " "
            + name
            + gap
            + " ".repeat(Math.max(2, STEPS - steps.length()))
            + look.own(steps)
            + " ".repeat(Math.max(2, TIME - time.length()))
            + look.own(time);
    return file.effort().tries() > 1
        ? line + INDENT + look.own(texts.say("report.tries", file.effort().tries()))
        : line;
  }

  /** All files together, in one line. */
  String summary(CheckRun run) {
    String counts =
        Stream.of(Verdict.values())
            .filter(verdict -> run.count(verdict) > 0)
            .map(verdict -> look.paint(role(verdict), count(verdict, run.count(verdict))))
            .collect(Collectors.joining(", "));
    return look.own(Measure.files(texts, run.files().size()))
        + ": "
        + counts
        + " ("
        + look.own(Measure.time(texts, run.took()))
        + ")";
  }

  private String count(Verdict verdict, int count) {
    String word =
        switch (verdict) {
          case PASSED -> texts.say("report.verdict.passed");
          case FAILED -> texts.say("report.verdict.failed");
          case MALFORMED -> texts.say("report.verdict.malformed");
          case LOST -> texts.say("report.verdict.lost");
          case UNFINISHED -> texts.say("report.verdict.unfinished");
        };
    return count + " " + look.own(word);
  }

  private String sign(Verdict verdict) {
    ReplyClass like =
        switch (verdict) {
          case PASSED -> ReplyClass.POSITIVE;
          case FAILED, LOST, MALFORMED -> ReplyClass.PERMANENT;
          case UNFINISHED -> ReplyClass.INTERMEDIATE;
        };
    return look.paint(role(verdict), look.sign(like));
  }

  private static Role role(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> Role.POSITIVE;
      case FAILED, LOST -> Role.PERMANENT;
      case MALFORMED -> Role.TRANSIENT;
      case UNFINISHED -> Role.INTERMEDIATE;
    };
  }
}
