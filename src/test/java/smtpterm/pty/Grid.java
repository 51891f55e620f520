package smtpterm.pty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * The cells of a terminal, its cursor and its scrolling region, with xterm's rules: a full row
 * wraps only when the next character comes, what leaves a region that begins at the top goes to the
 * scrollback, and a new size neither breaks nor joins rows.
 */
final class Grid {

  private static final int MOST_SCROLLBACK = 50_000;

  /** A row that can be written to. */
  private static final class Row {
    Cell[] cells;
    boolean wrapped;

    Row(int columns, Style style) {
      cells = new Cell[columns];
      Arrays.fill(cells, Cell.blank(style));
    }

    Line line() {
      return new Line(Arrays.asList(cells), wrapped);
    }
  }

  private final List<Line> scrollback = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private int columns;
  private int top;
  private int bottom;
  private int row;
  private int column;
  private boolean full;
  private Style style = Style.PLAIN;

  Grid(int columns, int height) {
    this.columns = columns;
    for (int i = 0; i < height; i++) {
      rows.add(new Row(columns, Style.PLAIN));
    }
    bottom = height - 1;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  int height() {
    return rows.size();
  }

  Style style() {
    return style;
  }

  void style(Style newStyle) {
    style = newStyle;
  }

  Screen screen(boolean cursorVisible) {
    return new Screen(
        scrollback, rows.stream().map(Row::line).toList(), row, column, cursorVisible);
  }

  /** The text of the cursor's row left of the cursor. */
  String beforeCursor() {
    StringBuilder text = new StringBuilder();
    Cell[] cells = rows.get(row).cells;
    for (int i = 0; i < column; i++) {
      text.append(cells[i].text());
    }
    return text.toString();
  }

  void print(int codePoint) {
    int width = WCWidth.wcwidth(codePoint);
    String text = Character.toString(codePoint);
    if (width <= 0) {
      combine(text);
      return;
    }
    if (full || column + width > columns) {
      rows.get(row).wrapped = true;
      column = 0;
      lineFeed();
    }
    Cell[] cells = rows.get(row).cells;
    splitWide(cells, column);
    splitWide(cells, column + width);
    cells[column] = new Cell(text, style);
    if (width == 2) {
      cells[column + 1] = new Cell("", style);
    }
    full = column + width == columns;
    column = Math.min(column + width, columns - 1);
  }

  private void combine(String mark) {
    Cell[] cells = rows.get(row).cells;
    int at = full ? column : column - 1;
    while (at > 0 && cells[at].text().isEmpty()) {
      at--;
    }
    if (at >= 0) {
      cells[at] = new Cell(cells[at].text() + mark, cells[at].style());
    }
  }

  /** Half a wide character cannot stay: what is cut at {@code at} becomes two blanks. */
  private void splitWide(Cell[] cells, int at) {
    if (at > 0 && at < columns && cells[at].text().isEmpty()) {
      cells[at] = Cell.blank(style);
      cells[at - 1] = Cell.blank(style);
    }
  }

  void moveTo(int newRow, int newColumn) {
    row = Math.max(0, Math.min(newRow, rows.size() - 1));
    column = Math.max(0, Math.min(newColumn, columns - 1));
    full = false;
  }

  /** Up (negative) or down, no further than the region's edge when the cursor starts inside it. */
  void moveVertically(int by) {
    int first = row >= top ? top : 0;
    int last = row <= bottom ? bottom : rows.size() - 1;
    moveTo(Math.max(first, Math.min(row + by, last)), column);
  }

  void lineFeed() {
    full = false;
    if (row == bottom) {
      scrollUp(top, 1);
    } else if (row < rows.size() - 1) {
      row++;
    }
  }

  void reverseLineFeed() {
    full = false;
    if (row == top) {
      scrollDown(top, 1);
    } else if (row > 0) {
      row--;
    }
  }

  /** Sets the scrolling region, both ends included, and puts the cursor home (DECSTBM). */
  void region(int first, int last) {
    int lowest = Math.min(last, rows.size() - 1);
    if (first < lowest) {
      top = first;
      bottom = lowest;
      moveTo(0, 0);
    }
  }

  void scrollUp(int by) {
    scrollUp(top, by);
  }

  void scrollDown(int by) {
    scrollDown(top, by);
  }

  void insertLines(int count) {
    if (row >= top && row <= bottom) {
      scrollDown(row, count);
      moveTo(row, 0);
    }
  }

  void deleteLines(int count) {
    if (row >= top && row <= bottom) {
      for (int i = 0; i < Math.min(count, bottom - row + 1); i++) {
        rows.remove(row);
        rows.add(bottom, new Row(columns, style));
      }
      moveTo(row, 0);
    }
  }

  private void scrollUp(int first, int by) {
    for (int i = 0; i < Math.min(by, bottom - first + 1); i++) {
      Row gone = rows.remove(first);
      if (first == 0) {
        remember(gone.line());
      }
      rows.add(bottom, new Row(columns, style));
    }
  }

  private void scrollDown(int first, int by) {
    for (int i = 0; i < Math.min(by, bottom - first + 1); i++) {
      rows.remove(bottom);
      rows.add(first, new Row(columns, style));
    }
  }

  private void remember(Line line) {
    scrollback.add(line);
    if (scrollback.size() > MOST_SCROLLBACK) {
      scrollback.remove(0);
    }
  }

  /** Erases from one place to another, the end excluded; places are counted row by row. */
  private void erase(int from, int end) {
    for (int place = from; place < end; place++) {
      Row line = rows.get(place / columns);
      line.cells[place % columns] = Cell.blank(style);
      line.wrapped &= place % columns != columns - 1;
    }
  }

  /** {@code CSI mode J}: 0 from the cursor on, 1 up to it, 2 all, 3 the scrollback. */
  void eraseScreen(int mode) {
    int here = row * columns + column;
    int end = rows.size() * columns;
    switch (mode) {
      case 0 -> erase(here, end);
      case 1 -> erase(0, here + 1);
      case 2 -> erase(0, end);
      default -> scrollback.clear();
    }
  }

  /** {@code CSI mode K}: 0 from the cursor on, 1 up to it, 2 the whole row. */
  void eraseLine(int mode) {
    int start = row * columns;
    erase(mode == 0 ? start + column : start, mode == 1 ? start + column + 1 : start + columns);
  }

  void eraseCells(int count) {
    int here = row * columns + column;
    erase(here, Math.min(here + count, (row + 1) * columns));
  }

  void insertCells(int count) {
    Cell[] cells = rows.get(row).cells;
    int shift = Math.min(count, columns - column);
    System.arraycopy(cells, column, cells, column + shift, columns - column - shift);
    eraseCells(shift);
  }

  void deleteCells(int count) {
    Cell[] cells = rows.get(row).cells;
    int shift = Math.min(count, columns - column);
    System.arraycopy(cells, column + shift, cells, column, columns - column - shift);
    int start = row * columns;
    erase(start + columns - shift, start + columns);
  }

  /** A new size: too few rows push the top ones into the scrollback, new ones bring them back. */
  void resize(int newColumns, int newHeight) {
    while (rows.size() > newHeight) {
      if (row < rows.size() - 1) {
        rows.remove(rows.size() - 1);
      } else {
        remember(rows.remove(0).line());
        row--;
      }
    }
    while (rows.size() < newHeight) {
      Row added = new Row(newColumns, Style.PLAIN);
      if (scrollback.isEmpty()) {
        rows.add(added);
      } else {
        Line back = scrollback.remove(scrollback.size() - 1);
        added.cells = back.cells().toArray(Cell[]::new);
        added.wrapped = back.wrapped();
        rows.add(0, added);
        row++;
      }
    }
    for (Row line : rows) {
      int old = line.cells.length;
      line.cells = Arrays.copyOf(line.cells, newColumns);
      Arrays.fill(line.cells, Math.min(old, newColumns), newColumns, Cell.blank(Style.PLAIN));
    }
    columns = newColumns;
    top = 0;
    bottom = newHeight - 1;
    moveTo(row, column);
  }
}
