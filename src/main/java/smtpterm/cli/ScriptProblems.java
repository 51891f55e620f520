package smtpterm.cli;

import java.util.ArrayList;
import java.util.List;
import smtpterm.screen.Look;
import smtpterm.screen.Pointer;
import smtpterm.script.Place;
import smtpterm.script.ScriptError;
import smtpterm.script.Sources;
import smtpterm.text.Texts;

/**
 * What is wrong with a session file, as {@code lesson.session:3:1: …}, with the line and a caret
 * under the place.
 *
 * @param name what the file is called to the reader where the places do not name one
 * @param sources what was read
 */
record ScriptProblems(Texts texts, Look look, String name, Sources sources) {
  /** Several lines, the first of which names the place. */
  String text(ScriptError error) {
    return String.join("\n", lines(error));
  }

  private List<String> lines(ScriptError error) {
    Place at = error.at();
    String file = at.file().isEmpty() ? name : at.file();
    List<String> lines = new ArrayList<>();
    lines.add(look.own(file + ":" + at.line() + ":" + at.column() + ": " + error.what(texts)));
    new Pointer(look)
        .to(sources.line(at).orElse(""), at.column())
        .forEach(row -> lines.add("  " + row));
    lines.add("  " + look.own(error.remedy(texts)));
    return lines;
  }
}
