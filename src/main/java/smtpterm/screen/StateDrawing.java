package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import smtpterm.screen.States.Edge;
import smtpterm.screen.States.State;

/** Draws states below each other, with one rail beside them for the ways that skip some. */
final class StateDrawing {
  private final Look look;
  private final Function<State, String> label;
  private final Optional<State> present;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param label what stands behind the dot of a state
   * @param present the one to be marked
   */
  StateDrawing(Look look, Function<State, String> label, Optional<State> present) {
    this.look = look;
    this.label = label;
    this.present = present;
  }

  /** How a row touches the rail. */
  private enum Rail {
    NONE,
    /** A way begins here. */
    OUT,
    /** All ways end here. */
    IN
  }

  /**
   * @param drawn what stands at the left, in its colours
   * @param width of that in columns
   * @param said what leads from here to the rail; or empty
   */
  private record Row(String drawn, int width, Rail rail, String said) {}

  List<String> lines(States states) {
    for (State state : states.chain()) {
      List<Edge> ways = states.from(state);
      List<Edge> aside = ways.stream().filter(way -> way.to() == states.target()).toList();
      aside = aside.stream().filter(way -> !states.down(way)).toList();
      boolean target = state == states.target();
      rows.add(
          state(
              state,
              target ? Rail.IN : aside.isEmpty() ? Rail.NONE : Rail.OUT,
              target || aside.isEmpty() ? "" : aside.get(0).said()));
      for (int i = 1; i < aside.size(); i++) {
        rows.add(line("├", Rail.OUT, aside.get(i).said()));
      }
      ways.stream()
          .filter(way -> !states.chain().contains(way.to()))
          .forEach(way -> side(states, way));
      ways.stream()
          .filter(states::down)
          .forEach(way -> rows.add(line("│ " + way.said(), Rail.NONE, "")));
    }
    return drawn();
  }

  private Row state(State state, Rail rail, String said) {
    String text = dot(state);
    return new Row(painted(state), Cells.of(text), rail, said);
  }

  /** A state beside the chain, and its way to the rail. */
  private void side(States states, Edge way) {
    String lead = "├─ " + way.said() + " ─▶ ";
    String out = states.from(way.to()).stream().map(Edge::said).findFirst().orElse("");
    rows.add(new Row(lead + painted(way.to()), Cells.of(lead + dot(way.to())), Rail.OUT, out));
  }

  private Row line(String text, Rail rail, String said) {
    return new Row(text, Cells.of(text), rail, said);
  }

  private String dot(State state) {
    return (here(state) ? "● " : "○ ") + look.own(label.apply(state));
  }

  private String painted(State state) {
    String text = dot(state);
    return here(state)
        ? look.paint(Role.POSITIVE, text.substring(0, 1))
            + " "
            + look.paint(Role.TERM, text.substring(2))
        : text;
  }

  private boolean here(State state) {
    return present.filter(state::equals).isPresent();
  }

  private List<String> drawn() {
    int first = -1;
    int last = -1;
    int column = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.rail() != Rail.NONE) {
        first = first < 0 ? i : first;
        last = i;
        column = Math.max(column, row.width() + Cells.of(tail(row)) + 3);
      }
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(drawn(i, first, last, column));
    }
    return lines;
  }

  private String drawn(int index, int first, int last, int column) {
    Row row = rows.get(index);
    if (row.rail() == Rail.NONE) {
      boolean beside = index > first && index < last;
      int gap = Math.max(1, column - row.width());
      return beside ? row.drawn() + " ".repeat(gap) + "│" : row.drawn();
    }
    String joint = index == first ? "┐" : index == last ? "┘" : "┤";
    String tail = tail(row);
    int dashes = column - row.width() - Cells.of(tail) - 1;
    String lead = row.rail() == Rail.IN ? " ◀" : "├".equals(row.drawn()) ? "─" : " ─";
    return row.drawn() + lead + "─".repeat(Math.max(0, dashes - lead.length() + 1)) + tail + joint;
  }

  private static String tail(Row row) {
    return row.said().isEmpty() ? "" : " " + row.said() + " ─";
  }
}
