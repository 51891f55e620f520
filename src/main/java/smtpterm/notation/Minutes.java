package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.script.ScriptError;

/** What was understood of a transcript, and what is doubtful in it. For one transcript. */
final class Minutes {
  /**
   * One line of the conversation, or a remark.
   *
   * @param line where it stood, from 1
   * @param side who says it; nobody for a remark
   * @param text what is said
   * @param kind what kind of line it is
   */
  record Entry(int line, Optional<Side> side, String text, Kind kind) {
    boolean by(Side who) {
      return side.isPresent() && side.get() == who;
    }
  }

  /** What the state of the conversation makes of a line. */
  enum Kind {
    NOTE,
    COMMAND,
    ANSWER,
    TEXT,
    REPLY,
    LISTING
  }

  /**
   * Something doubtful.
   *
   * @param line where, from 1
   * @param kind what
   */
  record Doubt(int line, ScriptError.Kind kind) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private int spoken = -1;

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  List<Doubt> doubts() {
    return List.copyOf(doubts);
  }

  boolean begun() {
    return spoken >= 0;
  }

  void note(int line, String text) {
    entries.add(new Entry(line, Optional.empty(), text.strip(), Kind.NOTE));
  }

  void say(int line, Side side, String text, Kind kind) {
    spoken = entries.size();
    entries.add(new Entry(line, Optional.of(side), text.stripTrailing(), kind));
  }

  void doubt(int line, ScriptError.Kind kind) {
    Doubt doubt = new Doubt(line, kind);
    if (doubts.isEmpty() || !doubts.get(doubts.size() - 1).equals(doubt)) {
      doubts.add(doubt);
    }
  }

  /** The last thing that somebody said. */
  Optional<Entry> lastSaid() {
    return begun() ? Optional.of(entries.get(spoken)) : Optional.empty();
  }

  /** Whether nothing was noted since somebody said something. */
  boolean fresh() {
    return begun() && spoken == entries.size() - 1;
  }

  /** Takes the backslash away that says: this line goes on. */
  void cutLast() {
    Entry last = entries.get(spoken);
    String text = last.text().substring(0, last.text().length() - 1).stripTrailing();
    entries.set(spoken, new Entry(last.line(), last.side(), text, last.kind()));
  }

  /** Puts the rest of a wrapped line behind what was said last. */
  void extend(String rest, boolean blank) {
    Entry last = entries.get(spoken);
    String text = last.text() + (blank ? " " : "") + rest;
    entries.set(spoken, new Entry(last.line(), last.side(), text, last.kind()));
  }
}
