package smtpterm.cli;

import java.util.List;
import smtpterm.screen.Look;
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
  /** So much is shown of a long line. */
  private static final int WIDTH = 76;

  private static final int BEFORE = 40;

  /** Several lines, the first of which names the place. */
  String text(ScriptError error) {
    return String.join("\n", lines(error));
  }

  private List<String> lines(ScriptError error) {
    String head = file + ":" + error.at() + ": " + error.what(texts);
    String remedy = "  " + error.remedy(texts);
    int line = error.at().line();
    if (line > source.lines().size() || source.lines().get(line - 1).isBlank()) {
      return List.of(look.foreign(head), look.foreign(remedy));
    }
    String text = source.lines().get(line - 1).replace('\t', ' ');
    int from = error.at().column() > WIDTH ? error.at().column() - BEFORE : 0;
    from = Math.min(from, text.length());
    String part = text.substring(from, Math.min(text.length(), from + WIDTH));
    String before = part.substring(0, Math.min(part.length(), error.at().column() - 1 - from));
    return List.of(
        look.foreign(head),
        "  " + look.foreign(part),
        "  " + " ".repeat(look.foreign(before).length()) + "^",
        look.foreign(remedy));
  }
}
