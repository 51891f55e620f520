package smtpterm.screen;

import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import smtpterm.protocol.ReplyClass;

/**
 * How text looks on this terminal: with colours or without, with {@code ✔ → •} or {@code + -> *},
 * so many columns wide.
 *
 * @param colour whether ANSI colours are written
 * @param unicode whether the terminal shows more than ASCII
 * @param columns the present width; 0 where lines are never to be broken
 * @param palette the present colours
 */
public record Look(
    boolean colour, boolean unicode, IntSupplier columns, Supplier<Palette> palette) {
  /** In the usual colours, if in any. */
  public Look(boolean colour, boolean unicode, IntSupplier columns) {
    this(colour, unicode, columns, () -> Palette.USUAL);
  }

  /** Whether ANSI colours are written now. */
  @Override
  public boolean colour() {
    return colour && palette.get().theme() != Theme.NONE;
  }

  /** Plain text for pipes and files: no colours, nothing broken. */
  public static Look plain(boolean unicode) {
    return new Look(false, unicode, () -> 0);
  }

  /** The text in the colour of its role. The text must be harmless already. */
  public String paint(Role role, String text) {
    return role != Role.PLAIN && !text.isEmpty() && colour()
        ? "\033[" + palette.get().sgr(role) + "m" + text + "\033[0m"
        : text;
  }

  /** Text of strangers, made harmless, its escapes in a colour that text cannot have. */
  public String foreign(String text) {
    String safe = Printable.escape(text, escape -> paint(Role.ESCAPED, escape));
    return unicode ? safe : asciiOf(safe);
  }

  /**
   * A sentence of our own, perhaps quoting a stranger: harmless, and with its umlauts and signs
   * written as this terminal can show them.
   */
  public String own(String sentence) {
    String safe = Printable.escape(sentence);
    return unicode ? safe : transliterate(safe);
  }

  /** The sign that says the class of a reply without colour. */
  public String sign(ReplyClass replyClass) {
    return switch (replyClass) {
      case POSITIVE -> unicode ? "✔" : "+";
      case INTERMEDIATE -> unicode ? "…" : ".";
      case TRANSIENT -> unicode ? "↻" : "~";
      case PERMANENT -> unicode ? "✖" : "x";
      case UNKNOWN -> "?";
    };
  }

  /** What stands before the next step. */
  public String arrow() {
    return unicode ? "→" : "->";
  }

  /** What stands between two next steps. */
  public String dot() {
    return unicode ? " · " : " | ";
  }

  /** A secret, whatever its length. */
  public String mask() {
    return (unicode ? "•" : "*").repeat(8);
  }

  private static String transliterate(String sentence) {
    StringBuilder ascii = new StringBuilder(sentence.length() + 8);
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      ascii.append(
          switch (c) {
            case 'ä' -> "ae";
            case 'ö' -> "oe";
            case 'ü' -> "ue";
            case 'Ä' -> "Ae";
            case 'Ö' -> "Oe";
            case 'Ü' -> "Ue";
            case 'ß' -> "ss";
            case '„', '“', '”' -> "\"";
            case '‘', '’', '‚' -> "'";
            case '–', '—' -> "-";
            case '…' -> "...";
            case '→' -> "->";
            case '·', '│' -> "|";
            case '•' -> "*";
            case '✔' -> "+";
            case '\u00a0' -> " ";
            default -> String.valueOf(c);
          });
    }
    return asciiOf(ascii.toString());
  }

  private static String asciiOf(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                ascii.appendCodePoint(c);
              } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return ascii.toString();
  }
}
