package smtpterm.pty;

/**
 * One cell of the screen, such as a green {@code 2}.
 *
 * @param text one character with what combines with it; empty in the right half of a wide one
 * @param style never null
 */
public record Cell(String text, Style style) {

  static Cell blank(Style style) {
    return new Cell(" ", style.erased());
  }
}
