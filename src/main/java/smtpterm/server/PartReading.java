package smtpterm.server;

import java.util.List;
import java.util.Optional;
import smtpterm.script.ScriptError;

/**
 * Whether a server can play its part of a script.
 *
 * @param part the part; empty where there are errors
 * @param errors all that cannot be played, in the order of the file
 */
public record PartReading(Optional<ServerPart> part, List<ScriptError> errors) {
  /** Copies the list. */
  public PartReading {
    errors = List.copyOf(errors);
    if (part.isPresent() != errors.isEmpty()) {
      throw new IllegalArgumentException("errors: " + errors);
    }
  }
}
