package smtpterm.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to say who says a line: a label in front of it, a column of a table, or nothing. */
enum Notation {
  /**
   * {@code C: QUIT}, {@code Server: 221}, {@code In: QUIT}, {@code [CLIENT] QUIT}, {@code C> x}.
   */
  WORDS("\\s*(?:> ?)?[\\[]?([\\p{L}][\\p{L} ]{0,30}?)\\s*(?:\\]?\\s?[::]|\\]|>) ?(.*)"),

  /** {@code >>> QUIT}, {@code <** 550}, {@code Server -> Client: 250}. */
  ARROWS(
      "(?:\\s|//|[\\w.:=()\\[\\]/-]*(?=[<>]))*("
          + "[\\p{L}]+ ?(?:->|→) ?[\\p{L}]+(?=:)"
          + "|[\\p{L}]*\\s?(?:<-{1,3}|-{1,3}>|<{2,4}|>{2,4}|→|←|<~|~>|<\\*\\*|\\*\\*>)"
          + "):? ?(.*)"),

  /** {@code > QUIT}, {@code < 221}, as curl shows them. */
  ANGLES("([<>])\\s?(.*)"),

  /** {@code send: 'QUIT\r\n'}, {@code "RECEIVED: QUIT"}, behind whatever a log says first. */
  LOGS("(?i).*?\\b(received|sent|send|reply|request|response|client|server|in|out)\\s?: ?(.*)"),

  /** {@code | QUIT | 221 Bye | says good-bye |}. */
  TABLE("\\|([^|]*)\\|([^|]*)\\|.*"),

  /** {@code QUIT}, then {@code 221 Bye}: the screen of a terminal. */
  NONE(null);

  private final Pattern pattern;

  Notation(String pattern) {
    this.pattern = pattern == null ? null : Pattern.compile(pattern);
  }

  /** The lines of the file, with their labels. */
  List<Heard> lines(List<String> source) {
    List<Heard> heard = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      String line = source.get(i);
      Matcher matcher = pattern == null ? null : pattern.matcher(line);
      if (matcher == null || line.length() > 10_000 || !matcher.matches()) {
        heard.add(new Heard(i + 1, "", line));
      } else if (this == TABLE) {
        cell(heard, i + 1, "1", matcher.group(1));
        cell(heard, i + 1, "2", matcher.group(2));
      } else {
        String label = matcher.group(1).strip().toLowerCase(Locale.ROOT);
        heard.add(new Heard(i + 1, label, Cleaning.unquoted(matcher.group(2))));
      }
    }
    return aligned(heard);
  }

  /** Blanks that follow each label of a kind belong to the label, as in {@code In: QUIT}. */
  private static List<Heard> aligned(List<Heard> heard) {
    Map<String, Integer> blanks = new HashMap<>();
    for (Heard h : heard) {
      if (h.marked() && !h.text().isBlank()) {
        int leading = h.text().length() - h.text().stripLeading().length();
        blanks.merge(h.label(), leading, Math::min);
      }
    }
    return heard.stream()
        .map(h -> h.without(h.marked() ? blanks.getOrDefault(h.label(), 0) : 0))
        .toList();
  }

  private static void cell(List<Heard> heard, int line, String column, String cell) {
    if (!cell.isBlank() && !cell.matches("[\\s:-]+")) {
      for (String part : cell.strip().split("<br */?>", -1)) {
        heard.add(new Heard(line, column, part.strip().replaceAll("^`|`$", "")));
      }
    }
  }
}
