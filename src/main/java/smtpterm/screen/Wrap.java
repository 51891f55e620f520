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
      int word = rest.length() - rest.stripLeading().length();
      int blank = rest.lastIndexOf(' ', width);
      if (blank <= word) {
        blank = rest.indexOf(' ', word);
        if (blank < 0) {
          break;
        }
      }
      // The lone dot of SMTP must not look like a line of its own.
      int before = rest.lastIndexOf(' ', blank - 1);
      if (rest.length() == blank + 2 && before > word) {
        blank = before;
      }
      lines.add(rest.substring(0, blank).stripTrailing());
      rest = rest.substring(blank + 1).stripLeading();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }
}
