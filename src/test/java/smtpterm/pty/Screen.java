package smtpterm.pty;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person sees at one moment, and what has scrolled out above.
 *
 * @param scrollback rows that left the screen at its top, oldest first
 * @param lines the rows of the screen, top to bottom
 * @param row the cursor's row, 0 is the top
 * @param column the cursor's column, 0 is the left one
 * @param cursorVisible whether the program shows the cursor
 */
public record Screen(
    List<Line> scrollback, List<Line> lines, int row, int column, boolean cursorVisible) {

  public Screen {
    scrollback = List.copyOf(scrollback);
    lines = List.copyOf(lines);
  }

  /** The rows without trailing blanks, joined by line feeds. */
  public String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  /**
   * Whether a row shows the text, which may end in blanks as {@code "C: "} does; a text that runs
   * over the right edge is found as well.
   */
  public boolean contains(String text) {
    return unwrapped(lines).stream().anyMatch(line -> line.contains(text));
  }

  /**
   * The row's text without trailing blanks; a negative index counts from the bottom, -1 is last.
   */
  public String line(int index) {
    return lines.get(index < 0 ? lines.size() + index : index).text();
  }

  /** The text of the row in which the cursor stands. */
  public String cursorLine() {
    return lines.get(row).text();
  }

  /** The cell at a place; both count from 0. */
  public Cell cell(int row, int column) {
    return lines.get(row).cells().get(column);
  }

  /** The style at the first place that shows {@code part}; an assertion error when none does. */
  public Style styleOf(String part) {
    return lines.stream()
        .map(line -> line.styleOf(part))
        .filter(style -> style != null)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("\"" + part + "\" is not on the screen\n" + picture()));
  }

  /**
   * All that a person copies when he marks scrollback and screen: rows that were only broken at the
   * right edge are one line; empty lines at the end are left out.
   */
  public List<String> transcript() {
    List<Line> rows = Stream.concat(scrollback.stream(), lines.stream()).toList();
    List<String> all = unwrapped(rows).stream().map(String::stripTrailing).toList();
    int end = all.size();
    while (end > 0 && all.get(end - 1).isEmpty()) {
      end--;
    }
    return List.copyOf(all.subList(0, end));
  }

  /** The screen in a frame, for the message of a failed test. */
  String picture() {
    String edge = "+" + "-".repeat(lines.get(0).cells().size()) + "+";
    String rows =
        lines.stream().map(line -> "|" + line.padded() + "|").collect(Collectors.joining("\n"));
    return edge + "\n" + rows + "\n" + edge + " cursor at row " + row + ", column " + column;
  }

  private static List<String> unwrapped(List<Line> rows) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Line row : rows) {
      text.append(row.padded());
      if (!row.wrapped()) {
        texts.add(text.toString());
        text.setLength(0);
      }
    }
    if (!text.isEmpty()) {
      texts.add(text.toString());
    }
    return texts;
  }
}
