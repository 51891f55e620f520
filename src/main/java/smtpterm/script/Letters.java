package smtpterm.script;

import java.util.HexFormat;
import smtpterm.wire.LosslessUtf8;

/**
 * Which characters stand for themselves in a file. The others move the cursor, turn the direction
 * of writing, cannot be seen, or are octets that no UTF-8 text can hold; they are spelled {@code
 * ${hex:1B}}.
 */
final class Letters {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Emoji and some scripts are joined with these. */
  private static final String JOINERS = "\u200C\u200D";

  private Letters() {}

  /** Whether the character of this code point stands for itself. */
  static boolean plain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\t';
      case Character.FORMAT -> JOINERS.indexOf(c) >= 0;
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  /** The digits of the octets of this text. */
  static String digits(String text) {
    return HEX.formatHex(LosslessUtf8.encode(text));
  }

  /** The text without the characters that do not stand for themselves. */
  static String harmless(String text) {
    if (text.codePoints().allMatch(Letters::plain)) {
      return text;
    }
    return text.codePoints()
        .filter(Letters::plain)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
