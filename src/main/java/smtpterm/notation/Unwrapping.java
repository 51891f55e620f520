package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;

/** Takes a transcript out of what it is wrapped in: a page, a comment, a table, a log. */
final class Unwrapping {
  private Unwrapping() {}

  static List<Row> of(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(new Row(i + 1, lines.get(i)));
    }
    rows = LineEnds.unended(LineEnds.unruled(Pages.joined(Typography.plain(rows))));
    rows = Leaders.removed(Markup.fenced(Leaders.removed(rows)));
    rows = Tables.taken(HtmlTables.taken(Diagrams.undrawn(rows)));
    rows = Markup.removed(Records.named(rows));
    rows = LineEnds.removed(Callouts.removed(Flattened.cut(rows)));
    rows = Headed.led(Answered.split(rows));
    return dedented(rows);
  }

  /** What all lines are indented by says nothing. */
  private static List<Row> dedented(List<Row> rows) {
    int indentation =
        rows.stream()
            .filter(r -> !r.prose() && !r.blank())
            .mapToInt(Row::indentation)
            .min()
            .orElse(0);
    return rows.stream()
        .map(r -> r.with(r.text().substring(Math.min(indentation, r.indentation()))))
        .toList();
  }
}
