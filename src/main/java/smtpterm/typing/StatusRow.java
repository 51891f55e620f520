package smtpterm.typing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import smtpterm.screen.Cells;
import smtpterm.screen.Look;
import smtpterm.screen.Role;

/** Puts parts into one row, of each the longest form for which there is room. */
final class StatusRow {
  private final Look look;
  private final List<Part> parts = new ArrayList<>();

  StatusRow(Look look) {
    this.look = look;
  }

  /** What is given up first where the window is narrow: the first here. */
  enum Rank {
    KEYS,
    TIME,
    PROTOCOL,
    NEXT,
    WHOLE_TRAIL,
    WHOLE_USER,
    WHOLE_ENCRYPTION,
    DONE_TRAIL,
    WHOLE_MESSAGE,
    WHOLE_PLACE,
    USER,
    TRAIL,
    PLACE,
    /** Whether it is encrypted. */
    ENCRYPTION,
    /** The server is not to be trusted, or nothing is recorded. */
    WARNING,
    MESSAGE
  }

  /**
   * One form of a part.
   *
   * @param rank when it is given up for the next shorter one
   */
  record Form(Rank rank, List<Span> spans) {
    Form {
      spans = List.copyOf(spans);
    }

    Form(Rank rank, Role role, String text) {
      this(rank, List.of(new Span(role, text)));
    }
  }

  /** A part of the row, in one of its forms or left out. */
  private static final class Part {
    private final boolean apart;
    private final List<Form> forms;
    private int form;

    /**
     * @param apart whether a bar stands before it, and not a dot
     * @param forms from the longest to the shortest
     */
    Part(boolean apart, List<Form> forms) {
      this.apart = apart;
      this.forms = forms;
    }

    boolean shown() {
      return form < forms.size();
    }

    /** When this form is given up. */
    Rank rank() {
      return forms.get(form).rank();
    }

    List<Span> spans() {
      return forms.get(form).spans();
    }

    /** Whether there is a longer form than this, or any at all where none is shown. */
    boolean longer() {
      return form > 0;
    }

    Rank rankOfLonger() {
      return forms.get(form - 1).rank();
    }

    void shrink() {
      form++;
    }

    void grow() {
      form--;
    }
  }

  /** Adds a part that belongs to the one before it. */
  void add(Form... forms) {
    parts.add(new Part(false, List.of(forms)));
  }

  /** Adds a part that stands for itself. */
  void addApart(Form... forms) {
    parts.add(new Part(true, List.of(forms)));
  }

  /** The row, in at most so many columns if that is possible. */
  String draw(int room) {
    fit(room);
    StringBuilder row = new StringBuilder();
    for (Part part : parts) {
      if (part.shown()) {
        if (!row.isEmpty()) {
          row.append(look.paint(Role.HINT, look.own(part.apart ? " │ " : " · ")));
        }
        part.spans().forEach(s -> row.append(look.paint(s.role(), look.own(s.text()))));
      }
    }
    return row.toString();
  }

  private void fit(int room) {
    Deque<Part> given = new ArrayDeque<>();
    while (width() > room) {
      Optional<Part> first =
          parts.stream()
              .filter(Part::shown)
              .filter(part -> part.rank() != Rank.MESSAGE)
              .min(Comparator.comparing(Part::rank));
      if (first.isEmpty()) {
        break;
      }
      first.get().shrink();
      given.push(first.get());
    }
    // What was given up for more important words in vain has its room again.
    given.stream()
        .filter(Part::longer)
        .sorted(Comparator.comparing(Part::rankOfLonger).reversed())
        .toList()
        .forEach(part -> growIfItFits(part, room));
  }

  private void growIfItFits(Part part, int room) {
    while (part.longer()) {
      part.grow();
      if (width() > room) {
        part.shrink();
        return;
      }
    }
  }

  private int width() {
    int width = -3;
    for (Part part : parts) {
      if (part.shown()) {
        width += 3;
        for (Span span : part.spans()) {
          width += Cells.of(look.own(span.text()));
        }
      }
    }
    return width;
  }
}
