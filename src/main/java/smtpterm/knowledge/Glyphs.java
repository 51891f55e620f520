package smtpterm.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes characters so that each can be seen and counted: {@code NUL}, {@code ' '}, {@code ä}. */
final class Glyphs {
  private Glyphs() {}

  /** What stands above an octet: the character, and which octet of it this is if it has more. */
  static List<String> above(byte[] octets) {
    List<String> names = new ArrayList<>();
    if (!text(octets)) {
      for (byte octet : octets) {
        names.add(octet < 0 ? "?" : name(octet));
      }
      return names;
    }
    new String(octets, StandardCharsets.UTF_8)
        .codePoints()
        .forEach(
            c -> {
              int count = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
              for (int i = 1; i <= count; i++) {
                names.add(part(name(c), i, count));
              }
            });
    return names;
  }

  /** Whether these octets are UTF-8. */
  static boolean text(byte[] octets) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The text on one line, NUL as it is typed: {@code \0}. */
  static String visible(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == 0) {
                line.append("\\0");
              } else if (shown(c)) {
                line.appendCodePoint(c);
              } else {
                line.append('<').append(name(c)).append('>');
              }
            });
    return line.toString();
  }

  /** How many columns a terminal needs for this text. */
  static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  /** The text with blanks behind it, up to so many columns. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** As much of the text as fits, with … if that is not all. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int c : text.codePoints().toArray()) {
      used += wide(c) ? 2 : 1;
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append('…').toString();
  }

  private static String part(String name, int part, int count) {
    if (count == 1) {
      return name;
    }
    String which = part + "/" + count;
    return width(name) <= 5 ? name + " " + which : part == 1 ? name : which;
  }

  private static String name(int c) {
    if (c < ' ') {
      return Controls.name(c);
    }
    if (c == ' ') {
      return "' '";
    }
    return shown(c) ? new String(Character.toChars(c)) : String.format(Locale.ROOT, "U+%04X", c);
  }

  /** Whether a character fills columns of its own and does nothing else. */
  private static boolean shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> true;
    };
  }

  /** East Asian letters and pictures (Unicode Standard Annex 11), as far as people type them. */
  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
