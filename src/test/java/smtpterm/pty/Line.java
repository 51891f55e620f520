package smtpterm.pty;

import java.util.List;

/**
 * One row of the screen.
 *
 * @param cells from left to right
 * @param wrapped whether the text goes on in the next row because this one was full
 */
public record Line(List<Cell> cells, boolean wrapped) {

  public Line {
    cells = List.copyOf(cells);
  }

  /** The text without the blanks at the end, which nobody can tell from an empty screen. */
  public String text() {
    return padded().stripTrailing();
  }

  /** The text of all cells. */
  String padded() {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> text.append(cell.text()));
    return text.toString();
  }

  /** The style of the cell where {@code part} begins, or null when this row does not show it. */
  Style styleOf(String part) {
    int at = padded().indexOf(part);
    if (at < 0) {
      return null;
    }
    int seen = 0;
    int column = 0;
    while (seen + cells.get(column).text().length() <= at) {
      seen += cells.get(column++).text().length();
    }
    return cells.get(column).style();
  }
}
