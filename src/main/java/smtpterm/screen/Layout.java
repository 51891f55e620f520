package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.protocol.ReplyClass;

/**
 * Lays sentences out on the screen: notes behind {@code # }, explanations indented by three, tables
 * of two columns, all broken at blanks where the window ends.
 */
public final class Layout {
  private static final String INDENT = "   ";

  /** A column of text that is narrower than this cannot be read. */
  private static final int NARROWEST = 28;

  private final Look look;

  /** Lays out with this look. */
  public Layout(Look look) {
    this.look = Objects.requireNonNull(look, "look");
  }

  /** How this terminal shows things; never null. */
  public Look look() {
    return look;
  }

  /** A row of a table: a term, and what it means. */
  public record Row(String term, String text) {
    public Row {
      Objects.requireNonNull(term, "term");
      Objects.requireNonNull(text, "text");
    }
  }

  /** An explanation behind the sign of its class. */
  public List<String> explained(ReplyClass replyClass, String sentence) {
    return signed(Role.of(replyClass), look.sign(replyClass), sentence);
  }

  /** A remark on what was typed. */
  public List<String> remark(String sentence) {
    return signed(Role.ALERT, "!", sentence);
  }

  /** A sentence behind a sign of one character. */
  List<String> signed(Role role, String sign, String sentence) {
    String margin = INDENT + "  ";
    List<String> wrapped = Wrap.at(look.own(sentence), room(margin.length()));
    List<String> lines = new ArrayList<>();
    lines.add(INDENT + look.paint(role, sign) + " " + wrapped.get(0));
    wrapped.subList(1, wrapped.size()).forEach(more -> lines.add(margin + more));
    return lines;
  }

  /** Whether this sentence fits into one line behind a sign. */
  public boolean fits(String sentence) {
    int room = room(INDENT.length() + 2);
    return room == 0 || look.own(sentence).length() <= room;
  }

  /** Rows below an explanation. */
  public List<String> details(List<Row> rows) {
    return table(INDENT + "  ", rows);
  }

  /** What smtpterm says by itself: {@code # Connected to …}. */
  public List<String> note(String sentence) {
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(look.own(sentence), room(2))) {
      lines.add(look.paint(Role.NOTE, "# " + line));
    }
    return lines;
  }

  /** What the author of a session file says to the reader, and so not in the colour of our own. */
  public List<String> told(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(look.own(text), room(2))) {
      lines.add(look.paint(Role.NOTE, "# ") + line);
    }
    return lines;
  }

  /** A paragraph under a local command, indented like an explanation. */
  public List<String> paragraph(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(look.own(text), room(INDENT.length()))) {
      lines.add(INDENT + line);
    }
    return lines;
  }

  /** The same in the colour of its role. */
  List<String> paragraph(Role role, String text) {
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(look.own(text), room(INDENT.length()))) {
      lines.add(INDENT + look.paint(role, line));
    }
    return lines;
  }

  /** Rows of two columns under a local command; the second is broken and stays in its column. */
  public List<String> table(List<Row> rows) {
    return table(INDENT, rows);
  }

  private List<String> table(String indent, List<Row> rows) {
    int left = 0;
    for (Row row : rows) {
      left = Math.max(left, look.own(row.term()).length());
    }
    int columns = look.columns().getAsInt();
    if (columns > 0) {
      left = Math.min(left, columns * 2 / 5);
    }
    // Where the right column would be a mere strip, it goes below the left one.
    boolean stacked = columns > 0 && columns - indent.length() - left - 2 < NARROWEST;
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      String term = look.own(row.term());
      int margin = indent.length() + (stacked ? 2 : left + 2);
      List<String> right = Wrap.at(look.own(row.text()), room(margin));
      boolean beside = !stacked && term.length() <= left;
      String head = indent + look.paint(Role.TERM, term);
      String gap = " ".repeat(Math.max(0, left - term.length()) + 2);
      if (beside) {
        lines.add((head + gap + right.get(0)).stripTrailing());
      } else if (!term.isEmpty()) {
        lines.add(head);
      }
      for (String more : beside ? right.subList(1, right.size()) : right) {
        lines.add(" ".repeat(margin) + more);
      }
    }
    return lines;
  }

  /**
   * Two texts of strangers beside each other, the left one as wide as it needs; below each other
   * where the window is too narrow for that.
   *
   * @param left short lines
   * @param right lines that are broken where they do not fit
   */
  public List<String> beside(List<String> left, List<String> right) {
    int widest = left.stream().mapToInt(String::length).max().orElse(0);
    int room = look.columns().getAsInt() - INDENT.length() - widest - 4;
    List<String> lines = new ArrayList<>();
    if (room < 40) {
      left.forEach(line -> lines.add(INDENT + look.foreign(line)));
      lines.add("");
      right.forEach(line -> lines.add(INDENT + look.foreign(line)));
      return lines;
    }
    List<String> broken = new ArrayList<>();
    right.forEach(line -> broken.addAll(Wrap.at(look.foreign(line), room)));
    String bar = look.paint(Role.MARK, look.own(" │ "));
    for (int i = 0; i < Math.max(left.size(), broken.size()); i++) {
      String here = i < left.size() ? left.get(i) : "";
      String there = i < broken.size() ? broken.get(i) : "";
      String gap = " ".repeat(widest - here.length());
      lines.add((INDENT + look.foreign(here) + gap + bar + there).stripTrailing());
    }
    return lines;
  }

  /** The line of next steps: {@code → RCPT TO:<…> · RSET}; nothing for no steps. */
  public List<String> next(List<String> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    String arrow = look.arrow();
    String all = String.join(look.dot(), steps.stream().map(look::own).toList());
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(all, room(INDENT.length() + arrow.length() + 1))) {
      String lead = lines.isEmpty() ? look.paint(Role.NEXT, arrow) : " ".repeat(arrow.length());
      lines.add(INDENT + lead + " " + look.paint(Role.NEXT, line));
    }
    return lines;
  }

  /** Columns that are left beside so many; 0 where lines are never broken. */
  int room(int used) {
    int columns = look.columns().getAsInt();
    return columns <= 0 ? 0 : Math.max(20, columns - used - 1);
  }
}
