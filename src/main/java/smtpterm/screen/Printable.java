package smtpterm.screen;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Makes text of strangers harmless: an ESC becomes the four characters {@code \x1b}, a character
 * that turns the writing direction {@code \u202e}.
 *
 * <p>Everything that a server, a file or a paste wrote passes here before it reaches a terminal:
 * all controls but TAB, all invisible formatting, line separators, private and unassigned
 * characters, and octets that are no UTF-8.
 */
public final class Printable {
  private Printable() {}

  /** The text with every dangerous character made visible. */
  public static String escape(String text) {
    return escape(text, UnaryOperator.identity());
  }

  /**
   * The same, with something done to each escape, such as giving it a colour.
   *
   * @param mark gets each escape, such as {@code \x1b}, and returns what is put in its place
   */
  public static String escape(String text, UnaryOperator<String> mark) {
    if (text.codePoints().allMatch(Printable::harmless)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (harmless(c)) {
                safe.appendCodePoint(c);
              } else {
                safe.append(mark.apply(visible(c)));
              }
            });
    return safe.toString();
  }

  /** Whether a terminal may get this character as it is. */
  public static boolean harmless(int c) {
    if (c < 0x7F) {
      return c >= 0x20 || c == '\t';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String visible(int c) {
    if (c >= 0xDC80 && c <= 0xDCFF) {
      // A single octet that is not UTF-8, carried as a surrogate.
      return String.format(Locale.ROOT, "\\x%02x", c - 0xDC00);
    }
    if (c < 0x80) {
      return String.format(Locale.ROOT, "\\x%02x", c);
    }
    return String.format(Locale.ROOT, c <= 0xFFFF ? "\\u%04x" : "\\u{%x}", c);
  }
}
