package smtpterm.notation;

import java.util.List;
import java.util.regex.Pattern;

/** Takes back what word processors, printers and terminals do to characters. */
final class Typography {
  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;?]{0,20}[A-Za-z]");
  private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B-\u200D\u2060\uFEFF]");

  private Typography() {}

  static List<Row> plain(List<Row> rows) {
    return rows.stream().map(row -> row.with(plain(row.text()))).toList();
  }

  private static String plain(String text) {
    String plain = text;
    if (plain.indexOf('\u001B') >= 0) {
      plain = COLOURS.matcher(plain).replaceAll("");
    }
    if (plain.indexOf('\b') > 0) {
      plain = struckOnce(plain);
    }
    if (plain.chars().allMatch(c -> c < 128)) {
      return plain;
    }
    return INVISIBLE
        .matcher(plain)
        .replaceAll("")
        .replace('\u2010', '-')
        .replace('\u2011', '-')
        .replace('\u00A0', ' ')
        .replace('\u3000', ' ');
  }

  /** Printers make a letter bold by printing it twice: {@code X}, backspace, {@code X}. */
  private static String struckOnce(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\b') {
        out.append(text.charAt(i));
      } else if (out.length() > 0) {
        out.setLength(out.length() - 1);
      }
    }
    return out.toString();
  }
}
