package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;

/** What was pasted: several lines, freed of everything that could act on the terminal. */
final class Paste {
  private Paste() {}

  /**
   * The lines of a pasted text, at least one; the last is what stands behind the last line break.
   * Controls but TAB are taken out.
   */
  static List<String> lines(String pasted) {
    List<String> lines = new ArrayList<>();
    String text = pasted.replace("\r\n", "\n").replace('\r', '\n');
    for (String line : text.split("\n", -1)) {
      lines.add(clean(line));
    }
    return lines;
  }

  /** The text without controls, TAB excepted. */
  static String clean(String text) {
    if (text.chars().noneMatch(Paste::acts)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(c -> !acts(c)).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean acts(int c) {
    return c != '\t' && Character.isISOControl(c);
  }
}
