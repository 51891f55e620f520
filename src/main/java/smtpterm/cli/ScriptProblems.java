package smtpterm.cli;

import java.util.ArrayList;
import java.util.List;
import smtpterm.screen.Look;
import smtpterm.screen.Pointer;
import smtpterm.script.Place;
import smtpterm.script.ScriptError;
import smtpterm.script.SourceText;
import smtpterm.text.Texts;

/**
 * What is wrong with a session file, as {@code lesson.session:3:1: …}, with the line and a caret
 * under the place.
 *
 * @param file how the file is named to the reader
 */
record ScriptProblems(Texts texts, Look look, String file, SourceText source) {
  /** Several lines, the first of which names the place. */
  String text(ScriptError error) {
    return String.join("\n", lines(error));
  }

  private List<String> lines(ScriptError error) {
    Place at = error.at();
    String source =
        at.line() <= this.source.lines().size() ? this.source.lines().get(at.line() - 1) : "";
    List<String> lines = new ArrayList<>();
    lines.add(look.own(file + ":" + at.line() + ":" + at.column() + ": " + error.what(texts)));
    new Pointer(look).to(source, at.column()).forEach(row -> lines.add("  " + row));
    lines.add("  " + look.own(error.remedy(texts)));
    return lines;
  }
}
