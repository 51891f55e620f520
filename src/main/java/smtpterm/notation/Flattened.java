package smtpterm.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts a conversation that was put on one line before each mark: {@code C: NOOP S: 250 Ok}. */
final class Flattened {
  private static final Pattern MARK =
      Pattern.compile(
          "(?<![^\\s])(?:(\\p{L}{1,12}):|(\\p{L}{1,2}>)|([<>]{2,4}|<-{1,3}|-{1,3}>|→|←))(?=\\s|$)");
  private static final int SHORTEST = 40;
  private static final int LONGEST = 100_000;

  private Flattened() {}

  static List<Row> cut(List<Row> rows) {
    List<Row> cut = new ArrayList<>();
    Set<String> usual = usual(rows);
    for (Row row : rows) {
      boolean fits = row.text().length() >= SHORTEST && row.text().length() <= LONGEST;
      Set<String> own = fits ? marks(row.text(), 2) : Set.of();
      Set<String> marks = own.size() > 1 ? own : begins(row.text(), usual) ? usual : own;
      if (marks.size() > 1) {
        cut(cut, row, marks);
      } else {
        cut.add(row);
      }
    }
    return cut;
  }

  /** The marks of a file in which one line after the other has several of them. */
  private static Set<String> usual(List<Row> rows) {
    Map<Set<String>, Integer> found = new HashMap<>();
    for (Row row : rows) {
      boolean talk = row.text().length() < LONGEST && !row.prose();
      Set<String> marks = talk ? marks(row.text(), 1) : Set.of();
      if (marks.size() == 2) {
        found.merge(marks, 1, Integer::sum);
      }
    }
    return found.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Set.of());
  }

  private static boolean begins(String text, Set<String> marks) {
    Matcher first = MARK.matcher(text.substring(0, Math.min(text.length(), 40)).stripLeading());
    return !marks.isEmpty() && first.lookingAt() && marks.contains(key(first));
  }

  /** What stands several times in the line, with something of a conversation behind it. */
  private static Set<String> marks(String text, int fewest) {
    Map<String, Integer> found = new HashMap<>();
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      int end = Math.min(text.length(), mark.end() + 80);
      String behind = text.substring(mark.end(), end).stripLeading();
      if (Looks.reply(behind) || Looks.verb(behind)) {
        found.merge(key(mark), 1, Integer::sum);
      }
    }
    return found.entrySet().stream()
        .filter(e -> e.getValue() >= fewest)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static String key(Matcher mark) {
    return mark.group().strip().toLowerCase(Locale.ROOT);
  }

  private static void cut(List<Row> cut, Row row, Set<String> marks) {
    Matcher mark = MARK.matcher(row.text());
    int from = 0;
    while (mark.find()) {
      if (marks.contains(key(mark)) && mark.start() > from) {
        add(cut, row, row.text().substring(from, mark.start()));
        from = mark.start();
      }
    }
    add(cut, row, row.text().substring(from));
  }

  private static void add(List<Row> cut, Row row, String part) {
    if (!part.isBlank()) {
      String said = part.stripTrailing();
      boolean arrow = said.endsWith(" →") || said.endsWith(" ⇒");
      String bare = arrow ? said.substring(0, said.length() - 1).stripTrailing() : said;
      cut.add(row.with(bare));
    }
  }
}
