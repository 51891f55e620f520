package smtpterm.notation;

import java.util.List;

/** Takes lines out of the arrows that are drawn around them: {@code |----QUIT---->|}. */
final class Diagrams {
  private static final String LINE = "-─━";
  private static final String FRAME = "│║┃";
  private static final String CORNERS = "┌┐└┘├┤┬┴┼╔╗╚╝╠╣";
  private static final int FEWEST = 3;
  private static final int LONGEST = 1000;

  private Diagrams() {}

  static List<Row> undrawn(List<Row> source) {
    List<Row> rows = unframed(source);
    return rows.stream().map(row -> row.with(undrawn(row.text()))).toList();
  }

  /** {@code │ QUIT │}, and below it {@code │────►│}: who speaks is told by what is said. */
  private static List<Row> unframed(List<Row> rows) {
    long framed = rows.stream().filter(r -> framed(r.text())).limit(FEWEST).count();
    return framed < FEWEST ? rows : rows.stream().map(Diagrams::inside).toList();
  }

  private static boolean framed(String text) {
    String said = text.strip();
    return said.length() < LONGEST
        && said.length() > 1
        && FRAME.indexOf(said.charAt(0)) >= 0
        && Looks.mentions(said);
  }

  private static Row inside(Row row) {
    String said = row.text().strip();
    if (said.isEmpty()
        || said.length() > LONGEST
        || (FRAME + CORNERS).indexOf(said.charAt(0)) < 0) {
      return row;
    }
    boolean drawn =
        said.chars().allMatch(c -> (FRAME + CORNERS + LINE + " <>◄►←→▼▲v").indexOf(c) >= 0);
    int from = 0;
    while (from < said.length() && (FRAME + " ").indexOf(said.charAt(from)) >= 0) {
      from++;
    }
    int to = said.length();
    while (to > from && (FRAME + " ").indexOf(said.charAt(to - 1)) >= 0) {
      to--;
    }
    return drawn ? row.with("") : row.with(said.substring(from, to));
  }

  private static String undrawn(String text) {
    String said = text.length() > LONGEST ? "" : text.strip();
    while (said.startsWith("|") || said.startsWith("│")) {
      said = said.substring(1).strip();
    }
    while (said.endsWith("|") || said.endsWith("│")) {
      said = said.substring(0, said.length() - 1).strip();
    }
    boolean left = !said.isEmpty() && "<←◄◀⟵".indexOf(said.charAt(0)) >= 0;
    boolean right = !said.isEmpty() && ">→►▶⟶".indexOf(said.charAt(said.length() - 1)) >= 0;
    if (left && right && said.length() > 3) {
      right = LINE.indexOf(said.charAt(said.length() - 2)) >= 0;
      left = LINE.indexOf(said.charAt(1)) >= 0;
    }
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
    boolean ruled = left && start > from && start < to && said.charAt(start - 1) != '-';
    boolean drawn = ruled || (start - from > 1 && to - stop > (right ? 0 : 2) && stop > start);
    if (!drawn) {
      return text;
    }
    start -= said.startsWith("ERR", start) ? 1 : 0;
    return (left ? "<-- " : "--> ") + said.substring(start, stop).strip();
  }
}
