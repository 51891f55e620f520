package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a sentence at blanks: {@code wrap("one two three", 9)} is {@code one two} and {@code
 * three}.
 */
final class Wrap {
  private Wrap() {}

  /** Lines of at most {@code width} characters; a longer word stands alone. No limit below 10. */
  static List<String> at(String sentence, int width) {
    if (width < 10 || sentence.length() <= width) {
      return List.of(sentence);
    }
    List<String> lines = new ArrayList<>();
    String rest = sentence;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      if (blank <= 0) {
        blank = rest.indexOf(' ');
        if (blank < 0) {
          break;
        }
      }
      lines.add(rest.substring(0, blank).stripTrailing());
      rest = rest.substring(blank + 1).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
