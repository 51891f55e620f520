package smtpterm.protocol;

import java.util.ArrayList;
import java.util.List;
import smtpterm.protocol.LineFlaw.Kind;

/** A line being looked at, and the flaws marked in it so far. Not safe for several threads. */
final class Marks {
  /** Nobody reads more. */
  private static final int MOST = 16;

  private final Progress progress;
  private final String line;
  private final List<LineFlaw> flaws = new ArrayList<>();

  Marks(Progress progress, String line) {
    this.progress = progress;
    this.line = line;
  }

  Progress progress() {
    return progress;
  }

  String line() {
    return line;
  }

  List<LineFlaw> flaws() {
    return List.copyOf(flaws);
  }

  /** Whether more marks would be in vain. */
  boolean full() {
    return flaws.size() >= MOST;
  }

  /** A flaw that nothing typed at the end can mend. */
  void add(Kind kind, int from, int to, String word) {
    add(new LineFlaw(kind, from, to, word, false));
  }

  /** A flaw that is only one if the line ends here. */
  void pending(Kind kind, int from, int to, String word) {
    add(new LineFlaw(kind, from, to, word, true));
  }

  /** Either of these. */
  void add(Kind kind, Span span, String word, boolean pending) {
    add(new LineFlaw(kind, span.from(), span.to(), word, pending));
  }

  private void add(LineFlaw flaw) {
    if (!full()) {
      flaws.add(flaw);
    }
  }

  /** The index of the next character that is no blank, or the length of the line. */
  int skipBlanks(int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** The index of the next blank, or the length of the line. */
  int wordEnd(int from) {
    int blank = line.indexOf(' ', from);
    return blank < 0 ? line.length() : blank;
  }

  /** A part of the line. */
  record Span(int from, int to) {}
}
