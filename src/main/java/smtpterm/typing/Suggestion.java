package smtpterm.typing;

import java.util.Objects;

/**
 * One thing that Tab offers, such as {@code MAIL FROM:<}.
 *
 * @param line the whole line it would make
 * @param shown what the menu shows for it
 * @param description in the language of the user; empty for nothing to say
 * @param finished whether nothing more follows: a blank or Enter may
 */
public record Suggestion(String line, String shown, String description, boolean finished) {
  public Suggestion {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(shown, "shown");
    Objects.requireNonNull(description, "description");
  }
}
