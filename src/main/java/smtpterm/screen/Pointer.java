package smtpterm.screen;

import java.util.List;

/**
 * A line of a file with a caret under the place that is meant.
 *
 * <p>Of a long line only the surroundings of the place are shown. Tabs become blanks, strangers'
 * text is made harmless, and the caret stands right also behind wide characters.
 */
public final class Pointer {
  /** So many characters are shown of a long line, and so many of them before the place. */
  private static final int WIDTH = 76;

  private static final int BEFORE = 40;

  private final Look look;

  /** Shows lines with this look. */
  public Pointer(Look look) {
    this.look = look;
  }

  /**
   * The line and the caret; nothing for a blank line, which shows nothing.
   *
   * @param source the line; strangers' text
   * @param column the character that is meant, from 1; it may be one behind the end
   */
  public List<String> to(String source, int column) {
    if (source.isBlank()) {
      return List.of();
    }
    int at = border(source, Math.min(Math.max(0, column - 1), source.length()));
    int from = at >= WIDTH ? border(source, at - BEFORE) : 0;
    int end = border(source, Math.min(source.length(), from + WIDTH));
    Look plain = new Look(false, look.unicode(), look.columns());
    int before = Cells.of(plain.foreign(blanks(source.substring(from, at))));
    return List.of(
        look.foreign(blanks(source.substring(from, Math.max(at, end)))),
        " ".repeat(before) + look.paint(Role.PERMANENT, "^"));
  }

  /** Not between the two halves of a character. */
  private static int border(String text, int index) {
    boolean inside =
        index > 0
            && index < text.length()
            && Character.isLowSurrogate(text.charAt(index))
            && Character.isHighSurrogate(text.charAt(index - 1));
    return inside ? index - 1 : index;
  }

  private static String blanks(String text) {
    return text.replace('\t', ' ');
  }
}
