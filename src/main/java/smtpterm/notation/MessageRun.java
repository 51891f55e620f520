package smtpterm.notation;

import java.util.List;

/**
 * The rest of a message, as far as it stands there without marks.
 *
 * @param from the index of its first line
 * @param to the index of the line behind it; the dot belongs to it
 * @param dotted whether it ends with the dot
 * @param indentation the blanks before each of its lines
 */
record MessageRun(int from, int to, boolean dotted, int indentation) {
  boolean holds(int index) {
    return index >= from && index < to;
  }

  /** The blanks before each of these lines. */
  static int indentation(List<Said> lines) {
    return lines.stream()
        .filter(s -> !s.row().prose() && !s.row().blank())
        .mapToInt(s -> s.row().indentation())
        .min()
        .orElse(0);
  }

  /** The text without what moves all of the run to the right. */
  String text(Said line) {
    int taken = Math.min(indentation, Math.min(line.row().indentation(), line.text().length()));
    return line.text().substring(taken);
  }
}
