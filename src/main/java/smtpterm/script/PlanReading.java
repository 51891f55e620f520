package smtpterm.script;

import java.util.List;
import java.util.Objects;

/**
 * What became of a script: its conversation, and what cannot be, such as two replies to one
 * command.
 *
 * @param plan the conversation; not to be played where there are errors
 * @param errors all that is wrong, in the order of the file
 */
public record PlanReading(Plan plan, List<ScriptError> errors) {
  /** Copies the list. */
  public PlanReading {
    Objects.requireNonNull(plan, "plan");
    errors = List.copyOf(errors);
  }
}
