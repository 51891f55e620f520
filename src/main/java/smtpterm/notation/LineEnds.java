package smtpterm.notation;

import java.util.List;

/** Takes away line ends that are written out behind each line: {@code QUIT<CRLF>}. */
final class LineEnds {
  private static final List<String> ENDS =
      List.of("<CRLF>", "<CR><LF>", "[CRLF]", "[CR][LF]", "\\r\\n", "␍␊", "↵", "⏎", "¶");
  private static final int FEWEST = 3;

  private LineEnds() {}

  static List<Row> removed(List<Row> rows) {
    for (String end : ENDS) {
      if (rows.stream().filter(r -> ended(r.text(), end)).limit(FEWEST).count() == FEWEST) {
        return rows.stream().map(r -> r.with(without(r.text(), end))).toList();
      }
    }
    return rows;
  }

  /** What asks for {@code <CRLF>.<CRLF>} speaks of line ends and has none. */
  private static boolean ended(String text, String end) {
    String said = text.stripTrailing();
    return said.endsWith(end) && !said.endsWith(end + "." + end);
  }

  private static String without(String text, String end) {
    String said = text.stripTrailing();
    return ended(text, end) ? said.substring(0, said.length() - end.length()) : text;
  }
}
