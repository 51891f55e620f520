package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes tables apart: each cell becomes lines of its own that know their column. */
final class Tables {
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s?/?>|\\\\n");
  private static final Pattern RULE = Pattern.compile("[\\s|:+=-]{3,}+");

  private Tables() {}

  static List<Row> taken(List<Row> rows) {
    long all = rows.stream().filter(r -> !r.blank()).count();
    long piped = rows.stream().filter(r -> piped(r.text())).count();
    if (piped > 2 && piped * 2 >= all) {
      return cells(rows, '|');
    }
    long tabbed = rows.stream().filter(r -> tabbed(r.text())).count();
    return tabbed > 2 && tabbed * 10 >= all * 6 ? cells(rows, '\t') : rows;
  }

  private static boolean piped(String text) {
    String said = text.strip();
    return said.startsWith("|") && said.length() > 2 && said.indexOf('|', 1) > 0;
  }

  /** A tab alone may indent; between two columns of which one says something it separates. */
  private static boolean tabbed(String text) {
    int tab = text.indexOf('\t');
    if (tab < 0) {
      return false;
    }
    List<String> cells = List.of(text.split("\t", -1));
    return cells.size() > 1
        && cells.size() < 8
        && cells.stream().anyMatch(c -> Looks.protocol(unticked(c)) || c.strip().endsWith(" ."))
        && cells.stream().allMatch(c -> c.length() < 4000);
  }

  private static List<Row> cells(List<Row> rows, char separator) {
    List<Row> cells = new ArrayList<>();
    for (Row row : rows) {
      boolean inTable = separator == '|' ? piped(row.text()) : row.text().indexOf('\t') >= 0;
      if (inTable && RULE.matcher(row.text()).matches()) {
        cells.add(row.asProse());
      } else if (inTable) {
        String text = separator == '|' ? row.text().strip().substring(1) : row.text();
        int column = 0;
        for (String cell : text.split(Pattern.quote(String.valueOf(separator)), -1)) {
          column++;
          cell(cells, row, "column " + column, cell);
        }
      } else {
        cells.add(row.blank() ? row : row.asProse());
      }
    }
    return cells;
  }

  private static void cell(List<Row> cells, Row row, String column, String cell) {
    if (!cell.isBlank()) {
      for (String part : BREAK.split(cell.strip(), -1)) {
        cells.add(new Row(row.line(), column, unticked(part), row.prose()));
      }
    }
  }

  private static String unticked(String text) {
    String said = text.strip();
    boolean ticked = said.length() > 1 && said.startsWith("`") && said.endsWith("`");
    return ticked ? said.substring(1, said.length() - 1) : said;
  }
}
