package smtpterm.notation;

import java.util.List;

/** Takes lines out of the arrows that are drawn around them: {@code |----QUIT---->|}. */
final class Diagrams {
  private static final String LINE = "-─━";
  private static final int LONGEST = 1000;

  private Diagrams() {}

  static List<Row> undrawn(List<Row> rows) {
    return rows.stream().map(row -> row.with(undrawn(row.text()))).toList();
  }

  private static String undrawn(String text) {
    String said = text.length() > LONGEST ? "" : text.strip();
    while (said.startsWith("|") || said.startsWith("│")) {
      said = said.substring(1).strip();
    }
    while (said.endsWith("|") || said.endsWith("│")) {
      said = said.substring(0, said.length() - 1).strip();
    }
    boolean left = said.startsWith("<") || said.startsWith("←");
    boolean right = said.endsWith(">") || said.endsWith("→");
    if (left == right) {
      return text;
    }
    int from = left ? 1 : 0;
    int to = said.length() - (right ? 1 : 0);
    int start = from;
    while (start < to && LINE.indexOf(said.charAt(start)) >= 0) {
      start++;
    }
    int stop = to;
    while (stop > start && LINE.indexOf(said.charAt(stop - 1)) >= 0) {
      stop--;
    }
    boolean drawn = start - from > 1 && to - stop > 2 - (right ? 1 : 0) && stop > start;
    if (!drawn) {
      return text;
    }
    start -= said.startsWith("ERR", start) ? 1 : 0;
    return (left ? "<-- " : "--> ") + said.substring(start, stop).strip();
  }
}
