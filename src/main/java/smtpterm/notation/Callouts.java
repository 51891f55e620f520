package smtpterm.notation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away the numbers that point from lines to explanations: {@code QUIT <9>}. */
final class Callouts {
  private static final Pattern CALLOUT = Pattern.compile("(?:<([0-9]{1,2})>|[\u2460-\u2473])$");
  private static final int FEWEST = 3;

  private Callouts() {}

  static List<Row> removed(List<Row> rows) {
    long found = rows.stream().filter(r -> end(r.text()) >= 0).limit(FEWEST).count();
    if (found < FEWEST) {
      return rows;
    }
    return rows.stream()
        .map(r -> end(r.text()) < 0 ? r : r.with(r.text().substring(0, end(r.text()))))
        .toList();
  }

  private static int end(String text) {
    String said = text.stripTrailing();
    String tail = said.substring(Math.max(0, said.length() - 4));
    Matcher callout = CALLOUT.matcher(tail);
    if (!callout.find()) {
      return -1;
    }
    int start = said.length() - tail.length() + callout.start();
    return start == 0 || said.charAt(start - 1) == ' ' ? Math.max(0, start - 1) : -1;
  }
}
