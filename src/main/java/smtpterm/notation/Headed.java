package smtpterm.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Puts who speaks in front of what is said, where it stands above it on a line of its own: {@code
 * SEND:}, and then {@code QUIT}.
 */
final class Headed {
  private static final Pattern HEAD =
      Pattern.compile(
          "[\\W_]{0,6}+(\\p{L}[\\p{L} ]{0,30}+)[\\s:*_>\\])-]{0,6}+", Pattern.UNICODE_CASE);

  private Headed() {}

  static List<Row> led(List<Row> rows) {
    Set<String> heads = heads(rows);
    return heads.size() < 2 ? rows : led(rows, heads);
  }

  /** Two or more such words, each of them twice or more above what one side may say. */
  private static Set<String> heads(List<Row> rows) {
    Map<String, Integer> telling = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    String above = "";
    for (Row row : rows) {
      if (row.prose() || row.blank()) {
        continue;
      }
      if (!above.isEmpty()) {
        boolean says = Looks.protocol(Quoted.lines(row.text()).get(0).strip());
        telling.merge(above, says ? 1 : 0, Integer::sum);
      }
      above = head(row);
      if (!above.isEmpty()) {
        all.merge(above, 1, Integer::sum);
      }
    }
    Set<String> heads = new TreeSet<>();
    telling.forEach(
        (head, count) -> {
          if (count > 1 && count * 2 >= all.get(head)) {
            heads.add(head);
          }
        });
    return heads;
  }

  private static String head(Row row) {
    String text = row.text().strip();
    if (text.length() > 44
        || !row.column().isEmpty()
        || Looks.protocol(text)
        || Looks.base64(text)) {
      return "";
    }
    var head = HEAD.matcher(text);
    boolean found = head.matches() && !Looks.verb(head.group(1));
    return found ? head.group(1).strip().toLowerCase(Locale.ROOT) : "";
  }

  private static List<Row> led(List<Row> rows, Set<String> heads) {
    List<Row> led = new ArrayList<>();
    String above = "";
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String head = row.prose() ? "" : head(row);
      boolean left = i > 0 && quoted(rows.get(i - 1)) && !quoted(row);
      above = left ? "" : above;
      if (heads.contains(head)) {
        above = head;
        led.add(row.asProse());
      } else if (row.prose() || above.isEmpty() || (row.blank() && over(rows, i, heads))) {
        led.add(row);
      } else {
        led.add(row.with(above + ": " + row.text()));
      }
    }
    return led;
  }

  /** What is shown in quotation marks ends where they do. */
  private static boolean quoted(Row row) {
    String text = row.text().strip();
    return text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
  }

  /** Whether the next line that is not empty says who speaks. */
  private static boolean over(List<Row> rows, int from, Set<String> heads) {
    int i = from;
    while (i < rows.size() && i - from < 20 && rows.get(i).blank()) {
      i++;
    }
    return i == rows.size() || heads.contains(head(rows.get(i))) || rows.get(i).prose();
  }
}
