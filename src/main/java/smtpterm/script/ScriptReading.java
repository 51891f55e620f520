package smtpterm.script;

import java.util.List;
import java.util.Objects;

/**
 * A file that was read: what it says, what is wrong, and what may have been meant otherwise.
 *
 * @param script what could be read; not to be used where there are errors
 * @param errors all that is wrong, in the order of the file
 * @param doubts what is uncertain in a transcript, in the order of the file
 */
public record ScriptReading(Script script, List<ScriptError> errors, List<ScriptError> doubts) {
  /** Copies the lists. */
  public ScriptReading {
    Objects.requireNonNull(script, "script");
    errors = List.copyOf(errors);
    doubts = List.copyOf(doubts);
  }
}
