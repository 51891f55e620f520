package smtpterm.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.replay.Failure;
import smtpterm.report.Complaint;
import smtpterm.report.ComplaintLines;
import smtpterm.screen.Look;
import smtpterm.script.Place;
import smtpterm.script.ScriptError;
import smtpterm.script.Sources;
import smtpterm.text.Texts;

/**
 * What is wrong with a session file, uncertain in it, or not as it says, as lines of text: {@code
 * lesson.session:3:1: …}, with the line and a caret under the place.
 */
public final class FileProblems {
  /** How the standard input is named to the reader. */
  private static final String STANDARD_INPUT = "-";

  private final ComplaintLines lines;
  private final Texts texts;
  private final Sources sources;

  /**
   * Problems of one file.
   *
   * @param sources its lines, and those of the files that it includes
   */
  public FileProblems(Look look, Texts texts, Sources sources) {
    this.lines = new ComplaintLines(look);
    this.texts = Objects.requireNonNull(texts, "texts");
    this.sources = Objects.requireNonNull(sources, "sources");
  }

  /** An error, or a doubt. */
  public List<String> of(ScriptError problem) {
    return lines(spot(problem.at()), problem.what(texts), problem.remedy(texts));
  }

  /** Something that did not come as the file says. */
  public List<String> of(Failure failure) {
    return lines(spot(failure.at()).behindMark(), failure.what(texts), failure.remedy(texts));
  }

  private Complaint.Spot spot(Place at) {
    return new Complaint.Spot(
        at.file().isEmpty() ? STANDARD_INPUT : at.file(),
        at.line(),
        at.column(),
        sources.line(at).orElse(""));
  }

  private List<String> lines(Complaint.Spot spot, String what, String remedy) {
    return lines.of(
        new Complaint(
            Complaint.Kind.MALFORMED, Optional.of(spot), what, Optional.empty(), List.of(remedy)));
  }
}
