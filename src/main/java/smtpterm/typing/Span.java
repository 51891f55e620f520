package smtpterm.typing;

import java.util.Objects;
import smtpterm.screen.Role;

/** A few words of the status line in one colour, such as {@code not encrypted} in yellow. */
record Span(Role role, String text) {
  Span {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(text, "text");
  }
}
