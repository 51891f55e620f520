package smtpterm.typing;

import java.util.Objects;
import smtpterm.screen.Role;

/**
 * A piece of a line, such as the four letters of {@code MAIL} as a {@link Role#VERB}.
 *
 * @param length in chars
 * @param role what it is, and so which colour it has; {@link Role#PLAIN} for none
 */
public record Piece(int length, Role role) {
  public Piece {
    Objects.requireNonNull(role, "role");
    if (length < 0) {
      throw new IllegalArgumentException("length " + length);
    }
  }
}
