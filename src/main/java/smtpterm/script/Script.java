package smtpterm.script;

import java.util.List;

/**
 * A conversation written down: its steps in the order of the file.
 *
 * @param steps notes, directives, and what both sides say
 */
public record Script(List<Step> steps) {
  /** Copies the list. */
  public Script {
    steps = List.copyOf(steps);
  }

  /** Whether anybody says anything in it, or is connected. */
  public boolean hasSteps() {
    return steps.stream().anyMatch(step -> !(step instanceof Step.Note));
  }
}
