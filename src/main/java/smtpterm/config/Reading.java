package smtpterm.config;

import java.util.List;
import java.util.Objects;

/**
 * What came of reading the file.
 *
 * @param configuration what can be used of it
 * @param problems all that is wrong, from the first line to the last
 */
public record Reading(Configuration configuration, List<Problem> problems) {
  /** There is no file. */
  public static final Reading NOTHING = new Reading(Configuration.NONE, List.of());

  /** Copies the list. */
  public Reading {
    Objects.requireNonNull(configuration, "configuration");
    problems = List.copyOf(problems);
  }

  /** Whether nothing is wrong. */
  public boolean sound() {
    return problems.isEmpty();
  }
}
