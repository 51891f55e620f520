package smtpterm.cli;

import java.util.List;
import java.util.Objects;
import smtpterm.server.ServerPart;

/**
 * A session file whose server is played.
 *
 * @param name as the user gave it
 * @param description its notes before the first step; strangers' text
 * @param part what the server says
 */
record PlayedFile(String name, List<String> description, ServerPart part) {
  /** Copies the list. */
  PlayedFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(part, "part");
    description = List.copyOf(description);
  }
}
