package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import smtpterm.screen.Renderer;
import smtpterm.session.Notice;

/**
 * Keeps back what a reply means until the class had time to guess, and with it whatever else comes
 * behind it, so that the order stays. Safe for several threads.
 */
final class Curtain {
  private final Renderer renderer;
  private final Consumer<List<String>> printer;
  private final List<String> held = new ArrayList<>();
  private boolean drawn;

  Curtain(Renderer renderer, Consumer<List<String>> printer) {
    this.renderer = renderer;
    this.printer = printer;
  }

  /** From now on explanations are kept back, or no longer. */
  synchronized void draw(boolean now) {
    drawn = now;
    if (!now) {
      open();
    }
  }

  /** Shows what happened, perhaps without what it means. */
  synchronized void show(Notice notice) {
    if (drawn && notice instanceof Notice.Replied replied) {
      if (replied.turn().asked().isEmpty()) {
        // Nobody asked, so nobody guesses: what was said before is explained first.
        open();
      }
      Renderer.Told told = renderer.told(replied);
      printer.accept(told.said());
      held.addAll(told.explained());
    } else if (!held.isEmpty() && waits(notice)) {
      held.addAll(renderer.lines(notice));
    } else {
      open();
      printer.accept(renderer.lines(notice));
    }
  }

  /** What follows from the reply itself can wait; a line that is sent, or a loss, cannot. */
  private static boolean waits(Notice notice) {
    return notice instanceof Notice.Secured
        || (notice instanceof Notice.Ended ended && !ended.ending().lost());
  }

  /** Whether something is kept back. */
  synchronized boolean holds() {
    return !held.isEmpty();
  }

  /** Shows what was kept back, if anything was. */
  synchronized void open() {
    if (!held.isEmpty()) {
      printer.accept(List.copyOf(held));
      held.clear();
    }
  }
}
