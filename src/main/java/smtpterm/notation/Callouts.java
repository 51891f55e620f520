package smtpterm.notation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes away the numbers that point from lines to explanations: {@code QUIT <9>}. */
final class Callouts {
  private static final List<Pattern> KINDS =
      Stream.of(
              "<([0-9]{1,2})>$", "\\(([0-9]{1,2})\\)$", "\\[([0-9]{1,2})\\]$", "([\u2460-\u2473])$")
          .map(Pattern::compile)
          .toList();
  private static final int FEWEST = 3;

  private Callouts() {}

  static List<Row> removed(List<Row> rows) {
    for (Pattern kind : KINDS) {
      if (counts(rows, kind)) {
        return rows.stream()
            .map(
                r ->
                    end(r.text(), kind) < 0
                        ? r
                        : r.with(r.text().substring(0, end(r.text(), kind))))
            .toList();
      }
    }
    return rows;
  }

  /** Callouts go up, and begin at one; numbers that belong to the text do not. */
  private static boolean counts(List<Row> rows, Pattern kind) {
    int last = 0;
    int found = 0;
    for (Row row : rows) {
      if (end(row.text(), kind) >= 0) {
        int number = number(row.text(), kind);
        if (number < last || number > last + 1) {
          return false;
        }
        last = number;
        found++;
      }
    }
    return found >= FEWEST;
  }

  private static int number(String text, Pattern kind) {
    Matcher callout = kind.matcher(tail(text));
    String number = callout.find() ? callout.group(1) : "0";
    int circled = number.charAt(0) - '\u2460' + 1;
    return circled > 0 ? circled : Integer.parseInt(number);
  }

  private static String tail(String text) {
    String said = text.stripTrailing();
    return said.substring(Math.max(0, said.length() - 4));
  }

  private static int end(String text, Pattern kind) {
    String said = text.stripTrailing();
    Matcher callout = kind.matcher(tail(text));
    if (!callout.find()) {
      return -1;
    }
    int start = said.length() - tail(text).length() + callout.start();
    return start == 0 || said.charAt(start - 1) == ' ' ? Math.max(0, start - 1) : -1;
  }
}
