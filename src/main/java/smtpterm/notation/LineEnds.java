package smtpterm.notation;

import java.util.List;
import java.util.regex.Pattern;

/** Takes away line ends that are written out behind each line: {@code QUIT<CRLF>}. */
final class LineEnds {
  private static final List<String> ENDS =
      List.of(
          "<CRLF>",
          "<CR><LF>",
          "[CRLF]",
          "[CR][LF]",
          "(CRLF)",
          "{CRLF}",
          "<ENTER>",
          "[ENTER]",
          "(ENTER)",
          "<RETURN>",
          "[RETURN]",
          "<CR>",
          "<LF>",
          "[CR]",
          "[LF]",
          "\\r\\n",
          "\\n",
          "^M",
          "^M$",
          "␍␊",
          "␤",
          "↵",
          "⏎",
          "↩",
          "¶",
          "<br>",
          "<br/>",
          "<br />");
  private static final Pattern PIPES = Pattern.compile("(?<=\\S)\\s++\\|(?:\\s*+\\|){0,4}+$");
  private static final Pattern BREAK = Pattern.compile("(?i)\\s?<br\\s?/?>");
  private static final Pattern BROKEN =
      Pattern.compile("(?i)\\b([2-5][0-5][0-9])-[^<]{1,500}<br\\s?/?>\\s?\\1[- ]");
  private static final Pattern ENDING = Pattern.compile("(?:\\[nl\\])++$");
  private static final int FEWEST = 3;
  private static final int SUFFIX = 8;
  private static final int LONGEST = 2000;

  private LineEnds() {}

  static List<Row> removed(List<Row> source) {
    List<Row> rows = source.stream().anyMatch(LineEnds::broken) ? broken(source) : source;
    for (String end : ENDS) {
      if (rows.stream().filter(r -> ended(r.text(), end)).limit(FEWEST).count() == FEWEST) {
        return rows.stream().map(r -> r.with(without(r.text(), end))).toList();
      }
    }
    return rows;
  }

  /** What is left of a table of which the other columns are empty: {@code QUIT | |}. */
  static List<Row> unruled(List<Row> rows) {
    List<Row> plain = rows.stream().map(r -> r.with(unruled(r.text()))).toList();
    long all = rows.stream().filter(r -> !r.blank()).count();
    long ruled = rows.stream().filter(r -> !unruled(r.text()).equals(r.text())).count();
    return ruled >= FEWEST && ruled * 10 >= all * 8 ? plain : rows;
  }

  /** What all lines end in, such as {@code , referer: http://garten.example/}. */
  static List<Row> unended(List<Row> rows) {
    List<String> said =
        rows.stream()
            .filter(r -> !r.blank() && !r.prose())
            .map(r -> r.text().stripTrailing())
            .toList();
    if (said.size() <= FEWEST) {
      return rows;
    }
    String end = said.get(0).length() > LONGEST ? "" : said.get(0);
    for (String text : said) {
      end = end.substring(end.length() - common(end, text));
    }
    int start = 0;
    while (start < end.length() && ",;|#\t([".indexOf(end.charAt(start)) < 0) {
      start++;
    }
    String suffix = end.substring(start);
    return suffix.length() < SUFFIX
        ? rows
        : rows.stream().map(r -> r.with(without(r, suffix))).toList();
  }

  private static int common(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length())
        && a.charAt(a.length() - 1 - length) == b.charAt(b.length() - 1 - length)) {
      length++;
    }
    return length;
  }

  private static String without(Row row, String suffix) {
    String said = row.text().stripTrailing();
    boolean cut = !row.prose() && said.endsWith(suffix);
    return cut ? said.substring(0, said.length() - suffix.length()).stripTrailing() : row.text();
  }

  private static String unruled(String text) {
    String said = text.stripTrailing();
    boolean first = said.stripLeading().startsWith("|");
    return first || said.length() > LONGEST || !said.endsWith("|")
        ? text
        : PIPES.matcher(said).replaceFirst("");
  }

  /** {@code 250-mx<br>250 SIZE}: lines that a page breaks. */
  private static boolean broken(Row row) {
    return row.text().length() < LONGEST && BROKEN.matcher(row.text()).find();
  }

  private static List<Row> broken(List<Row> rows) {
    return rows.stream()
        .map(r -> r.with(BREAK.matcher(r.text()).replaceAll("[nl]")))
        .map(r -> r.with(ENDING.matcher(r.text()).replaceFirst("")))
        .toList();
  }

  /** What asks for {@code <CRLF>.<CRLF>} speaks of line ends and has none. */
  private static boolean ended(String text, String end) {
    String said = text.stripTrailing();
    int start = said.length() - end.length();
    return start >= 0
        && said.regionMatches(true, start, end, 0, end.length())
        && !said.regionMatches(true, start - end.length() - 1, end + ".", 0, end.length() + 1);
  }

  private static String without(String text, String end) {
    String said = text.stripTrailing();
    return ended(text, end)
        ? said.substring(0, said.length() - end.length()).stripTrailing()
        : text;
  }
}
