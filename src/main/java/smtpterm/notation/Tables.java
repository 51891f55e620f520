package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes tables apart: each cell becomes lines of its own that know their column. */
final class Tables {
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s?/?>|\\\\n");
  private static final Pattern RULE = Pattern.compile("[\\s|:+=-]{3,}+");

  private Tables() {}

  static List<Row> taken(List<Row> source) {
    List<Row> rows = whole(source);
    long all = rows.stream().filter(r -> !r.blank()).count();
    long piped = rows.stream().filter(r -> piped(r.text())).count();
    if (piped > 2 && piped * 2 >= all) {
      return cells(rows, '|');
    }
    long tabbed = rows.stream().filter(r -> tabbed(r.text())).count();
    return tabbed > 2 && tabbed * 10 >= all * 6 ? cells(rows, '\t') : rows;
  }

  /** A cell in quotation marks goes on in the next lines, as spreadsheets write it. */
  private static List<Row> whole(List<Row> source) {
    List<Row> rows = new ArrayList<>();
    int i = 0;
    while (i < source.size()) {
      Row row = source.get(i);
      int to = i + 1;
      if (row.text().contains("\t\"") && odd(row.text())) {
        while (to < source.size() && to - i < 1000 && !odd(source.get(to).text())) {
          to++;
        }
        boolean closed = to < source.size();
        to = closed ? to + 1 : i + 1;
        String text =
            source.subList(i, to).stream().map(Row::text).collect(Collectors.joining("\n"));
        row = closed ? row.with(text) : row;
      }
      rows.add(row);
      i = to;
    }
    return rows;
  }

  private static boolean odd(String text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 1;
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
      int line = row.line();
      for (String part : unquoted(cell.strip()).split("\n", -1)) {
        for (String said : BREAK.split(part, -1)) {
          cells.add(new Row(line, column, unticked(said), row.prose()));
        }
        line++;
      }
    }
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }

  private static String unticked(String text) {
    String said = text.strip();
    boolean ticked = said.length() > 1 && said.startsWith("`") && said.endsWith("`");
    return ticked ? said.substring(1, said.length() - 1) : said;
  }
}
