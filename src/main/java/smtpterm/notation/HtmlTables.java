package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes tables of web pages apart: {@code <tr><td>QUIT</td><td>221 Bye</td></tr>}. */
final class HtmlTables {
  private static final Pattern CELL = Pattern.compile("(?i)<(/?)(t[dhr])\\b[^<>]{0,200}>");
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s?/?>");
  private static final int LONGEST = 100_000;

  private final List<Row> cells = new ArrayList<>();
  private int column;
  private boolean inCell;

  private HtmlTables() {}

  static List<Row> taken(List<Row> rows) {
    if (rows.stream().noneMatch(r -> r.text().toLowerCase(Locale.ROOT).contains("<td"))) {
      return rows;
    }
    HtmlTables tables = new HtmlTables();
    rows.forEach(tables::row);
    return tables.cells;
  }

  private void row(Row row) {
    String text = row.text();
    if (text.length() > LONGEST || row.blank()) {
      cells.add(row);
      return;
    }
    Matcher tag = CELL.matcher(text);
    int from = 0;
    while (tag.find()) {
      part(row, text.substring(from, tag.start()));
      boolean cell = !tag.group(2).equalsIgnoreCase("tr");
      inCell = cell && tag.group(1).isEmpty();
      column = cell ? column + (inCell ? 1 : 0) : 0;
      from = tag.end();
    }
    part(row, text.substring(from));
  }

  private void part(Row row, String text) {
    if (!text.isBlank() && !inCell) {
      cells.add(row.with(text).asProse());
    } else if (!text.isBlank()) {
      for (String line : BREAK.split(text, -1)) {
        String said = Markup.characters(Markup.untagged(line)).strip();
        if (!said.isEmpty() || line.isEmpty()) {
          cells.add(new Row(row.line(), "column " + column, said, row.prose()));
        }
      }
    }
  }
}
