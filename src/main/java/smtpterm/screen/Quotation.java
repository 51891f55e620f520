package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks lines that a stranger wrote: at blanks where there are some, else in the midst of a word,
 * so that none of it ever begins at the left edge of the window, where only our own lines do.
 */
final class Quotation {
  private final Look look;
  private final Look plain;

  Quotation(Look look) {
    this.look = look;
    this.plain = Look.plain(look.unicode());
  }

  /** Lines that fit into so many columns, made harmless; only one where {@code width} is 0. */
  List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int blank = -1;
    int used = 0;
    int i = 0;
    while (width > 0 && i < text.length()) {
      int c = text.codePointAt(i);
      int columns = columns(c);
      if (used + columns > width && i > start) {
        int end = blank > start ? blank : i;
        lines.add(look.foreign(text.substring(start, end)));
        start = blank > start ? blank + 1 : i;
        i = start;
        blank = -1;
        used = 0;
        continue;
      }
      if (c == ' ') {
        blank = i;
      }
      used += columns;
      i += Character.charCount(c);
    }
    lines.add(look.foreign(text.substring(start)));
    return lines;
  }

  private int columns(int c) {
    if (c >= 0x20 && c < 0x7F) {
      return 1;
    }
    int length = plain.foreign(Character.toString(c)).length();
    boolean alone = length <= 2;
    return alone ? wide(c) ? 2 : 1 : length;
  }

  /** Whether terminals give it two columns: the scripts of East Asia, and emoji. */
  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || c >= 0x1F300;
  }
}
