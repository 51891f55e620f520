package smtpterm.script;

import java.util.List;
import java.util.Objects;

/**
 * A file that was read: what it says, what is wrong, and what may have been meant otherwise.
 *
 * @param script what could be read; not to be used where there are errors
 * @param errors all that is wrong, in the order of the file
 * @param doubts what is uncertain in a transcript, in the order of the file
 * @param sources the lines that errors, doubts and failures speak of
 */
public record ScriptReading(
    Script script, List<ScriptError> errors, List<ScriptError> doubts, Sources sources) {
  /** Copies the lists. */
  public ScriptReading {
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(sources, "sources");
    errors = List.copyOf(errors);
    doubts = List.copyOf(doubts);
  }

  /** One whose lines are not at hand. */
  public ScriptReading(Script script, List<ScriptError> errors, List<ScriptError> doubts) {
    this(script, errors, doubts, Sources.none());
  }

  /** The same with these lines to show. */
  public ScriptReading with(Sources lines) {
    return new ScriptReading(script, errors, doubts, lines);
  }
}
