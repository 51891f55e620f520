package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away what nearly every line starts with: comment marks, bullets, numbers, times. */
final class Leaders {
  private static final List<String> MARKS =
      List.of(
          "///", "//", "###", "##", "#", "*", ">", ";", "--", "%", "|", "-", "$", "REM", "dnl",
          "'");
  private static final Set<String> FRAMES =
      Set.of("/*", "/**", "*/", "**/", "\"\"\"", "'''", "<!--", "=begin", "=end", "EOF", "END");
  private static final Pattern TIME =
      Pattern.compile(
          "\\s{0,8}[\\[(<]?(?:[0-9]{2,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}[T ,]{1,2})?"
              + "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,9})?Z?[\\])>]?:?\\s{0,4}");
  private static final Pattern NUMBER = Pattern.compile("\\s{0,8}([0-9]{1,5})[.:)|]?(?=\\s|$)");

  private Leaders() {}

  static List<Row> removed(List<Row> rows) {
    List<Row> bare = unframed(rows);
    for (int layer = 0; layer < 3; layer++) {
      List<Row> before = bare;
      bare = numbered(timed(marked(bare)));
      if (bare.equals(before)) {
        return bare;
      }
    }
    return bare;
  }

  private static List<Row> unframed(List<Row> rows) {
    return rows.stream().map(r -> FRAMES.contains(r.text().strip()) ? r.asProse() : r).toList();
  }

  private static List<Row> marked(List<Row> rows) {
    for (String mark : MARKS) {
      if (nearlyAll(rows, mark)) {
        return rows.stream().map(row -> row.with(without(row.text(), mark))).toList();
      }
    }
    return rows;
  }

  private static boolean nearlyAll(List<Row> rows, String mark) {
    long all = rows.stream().filter(r -> !r.blank() && !r.prose()).count();
    long led = rows.stream().filter(r -> !r.prose() && leads(r.text().strip(), mark)).count();
    return led > 2 && led * 10 >= all * 8;
  }

  /** Comment marks may touch the text; what could be an arrow or a reply may not. */
  private static boolean leads(String text, String mark) {
    if (!text.startsWith(mark) || (mark.equals("|") && text.endsWith("|") && text.length() > 1)) {
      return false;
    }
    boolean touches = mark.startsWith("/") || mark.startsWith("#") || mark.equals(";");
    return touches
        ? text.length() == mark.length() || !Looks.reply(text.substring(mark.length()))
        : text.length() == mark.length() || Character.isWhitespace(text.charAt(mark.length()));
  }

  private static String without(String text, String mark) {
    String said = text.stripLeading();
    return leads(said.stripTrailing(), mark) ? said.substring(mark.length()) : text;
  }

  private static List<Row> timed(List<Row> rows) {
    List<Row> bare = new ArrayList<>();
    int found = 0;
    int all = 0;
    for (Row row : rows) {
      Matcher time = TIME.matcher(row.text());
      boolean led = time.lookingAt();
      found += led ? 1 : 0;
      all += row.blank() ? 0 : 1;
      bare.add(led ? row.with(row.text().substring(time.end())) : row);
    }
    return found > 1 && found * 10 >= all * 6 ? bare : rows;
  }

  /** Numbers that count, as codes do not. */
  private static List<Row> numbered(List<Row> rows) {
    List<Row> bare = new ArrayList<>();
    int last = -1;
    int found = 0;
    int all = 0;
    for (Row row : rows) {
      Matcher number = NUMBER.matcher(row.text());
      boolean led = number.lookingAt();
      int value = led ? Integer.parseInt(number.group(1)) : 0;
      led = led && (last < 0 ? value < 2 : value == last + 1);
      last = led ? value : last;
      found += led ? 1 : 0;
      all += row.blank() ? 0 : 1;
      bare.add(led ? row.with(row.text().substring(number.end())) : row);
    }
    return found > 3 && found * 10 >= all * 6 ? bare : rows;
  }
}
