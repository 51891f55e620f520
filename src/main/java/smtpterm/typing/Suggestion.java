package smtpterm.typing;

import java.util.Objects;

/**
 * One thing that Tab offers, such as {@code MAIL FROM:<}.
 *
 * @param line the whole line it would make; what is typed already stays as it is in it, unless the
 *     suggestion is to write it in another way
 * @param shown what the menu shows for it
 * @param description in the language of the user, why not where it does not fit; empty for nothing
 *     to say
 * @param fitting whether it can be said now
 */
public record Suggestion(String line, String shown, String description, boolean fitting) {
  public Suggestion {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(shown, "shown");
    Objects.requireNonNull(description, "description");
  }

  /** What can be said now. */
  public static Suggestion of(String line, String shown, String description) {
    return new Suggestion(line, shown, description, true);
  }

  /** What exists, but cannot be said now for this reason. */
  public static Suggestion later(String line, String shown, String reason) {
    return new Suggestion(line, shown, reason, false);
  }
}
