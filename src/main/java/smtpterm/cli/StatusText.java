package smtpterm.cli;

import java.io.PrintStream;
import smtpterm.screen.Look;

/**
 * One line on a terminal that says how far the work is, and is gone at the end: it is overwritten
 * by blanks, so that every terminal can do it. Where nobody watches it shows nothing.
 */
final class StatusText {
  private final PrintStream err;
  private final Look look;
  private final boolean watched;
  private final int columns;
  private String shown = "";

  /**
   * @param watched whether it goes to a terminal
   * @param columns how wide that is
   */
  StatusText(PrintStream err, Look look, boolean watched, int columns) {
    this.err = err;
    this.look = look;
    this.watched = watched;
    this.columns = columns;
  }

  /** Shows this in place of what was there. */
  void show(String sentence) {
    if (!watched) {
      return;
    }
    String text = look.own(sentence);
    String cut = text.substring(0, Math.min(text.length(), Math.max(0, columns - 1)));
    if (cut.equals(shown)) {
      return;
    }
    String rest = " ".repeat(Math.max(0, shown.length() - cut.length()));
    err.print("\r" + cut + rest + "\b".repeat(rest.length()));
    err.flush();
    shown = cut;
  }

  /** Leaves the line as if nothing had been there. */
  void erase() {
    if (!shown.isEmpty()) {
      err.print("\r" + " ".repeat(shown.length()) + "\r");
      err.flush();
      shown = "";
    }
  }
}
