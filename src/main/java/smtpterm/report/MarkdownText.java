package smtpterm.report;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import smtpterm.screen.Printable;

/**
 * Text of strangers as Markdown that is nothing but this text: no HTML, link, list or cell of a
 * table comes of it (GitHub Flavored Markdown 0.29).
 */
final class MarkdownText {
  /** Words of which GitHub makes links by itself (section 6.9). */
  private static final Pattern LINK =
      Pattern.compile("(?i).*(?:@|://|www\\.|mailto:|xmpp:).*", Pattern.DOTALL);

  private static final Pattern WORDS = Pattern.compile("[^ ]+| +");

  /** What would begin a list, a heading, a quotation or a line across. */
  private static final Pattern START = Pattern.compile("(?:[-+=]|[0-9]+[.)]).*", Pattern.DOTALL);

  private MarkdownText() {}

  /** {@code 1 < 2} as a paragraph, in one line. */
  static String paragraph(String text) {
    String line = words(text);
    return START.matcher(line).matches() ? guarded(line) : line;
  }

  /** The same where no paragraph can begin, as in a cell. */
  static String words(String text) {
    String line = Printable.escape(text.replace('\t', ' ')).strip();
    StringBuilder out = new StringBuilder();
    for (String word : WORDS.matcher(line).results().map(MatchResult::group).toList()) {
      if (LINK.matcher(word).matches()) {
        out.append(code(word));
      } else {
        word.codePoints().forEach(c -> character(out, c));
      }
    }
    return out.toString();
  }

  /**
   * {@code MAIL FROM:<a@b>} with fixed-width letters, as it stands; empty for nothing.
   *
   * <p>A vertical bar would end the cell of a table even there, and a backtick the code: these two
   * stand outside of it.
   */
  static String code(String text) {
    StringBuilder out = new StringBuilder();
    StringBuilder piece = new StringBuilder();
    for (char c : Printable.escape(text).toCharArray()) {
      if (c == '|' || c == '`') {
        piece(out, piece);
        out.append("&#").append((int) c).append(';');
      } else {
        piece.append(c == '\t' ? ' ' : c);
      }
    }
    piece(out, piece);
    return out.toString();
  }

  private static void piece(StringBuilder out, StringBuilder piece) {
    String text = piece.toString();
    piece.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    // One blank at each end is taken off if there are two (section 6.3).
    boolean blanks = text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
    out.append(blanks ? "` " + text + " `" : "`" + text + "`");
  }

  private static void character(StringBuilder out, int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '|' -> out.append("&#124;");
      case '`' -> out.append("&#96;");
      case '\\', '*', '_', '[', ']', '~', '$', '!', '#' -> out.append('\\').appendCodePoint(c);
      default -> out.appendCodePoint(c);
    }
  }

  /** A backslash before the first sign that is no digit. */
  private static String guarded(String line) {
    int sign = 0;
    while (Character.isDigit(line.charAt(sign))) {
      sign++;
    }
    return line.substring(0, sign) + "\\" + line.substring(sign);
  }
}
