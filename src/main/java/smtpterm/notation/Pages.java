package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out the page breaks of printed standards: a footer, blank lines, a header. */
final class Pages {
  private static final Pattern FOOTER = Pattern.compile("\\S.{0,120}\\[Page [0-9]{1,4}\\]\\s*+");
  private static final int FAR = 8;

  private Pages() {}

  static List<Row> joined(List<Row> rows) {
    List<Row> joined = new ArrayList<>();
    int i = 0;
    while (i < rows.size()) {
      if (rows.get(i).text().length() < 160 && FOOTER.matcher(rows.get(i).text()).matches()) {
        while (!joined.isEmpty() && joined.get(joined.size() - 1).blank()) {
          joined.remove(joined.size() - 1);
        }
        joined.add(rows.get(i).asProse());
        i = behindHeader(rows, i + 1, joined);
      } else {
        joined.add(rows.get(i));
        i++;
      }
    }
    return joined;
  }

  /** The header is the only line that stands at the left edge, with blank lines around it. */
  private static int behindHeader(List<Row> rows, int from, List<Row> joined) {
    int i = skipBlank(rows, from);
    boolean header = i < rows.size() && i - from < FAR && rows.get(i).indentation() == 0;
    if (header && (i + 1 == rows.size() || rows.get(i + 1).blank())) {
      joined.add(rows.get(i).asProse());
      return skipBlank(rows, i + 1);
    }
    return i;
  }

  private static int skipBlank(List<Row> rows, int from) {
    int i = from;
    while (i < rows.size() && rows.get(i).blank()) {
      i++;
    }
    return i;
  }
}
