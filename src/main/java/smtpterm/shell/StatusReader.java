package smtpterm.shell;

import java.io.IOException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** JLine's line reader above a status line of our own, whatever becomes of the window. */
abstract class StatusReader extends LineReaderImpl {
  /** Below this many rows or columns the status line would only be in the way. */
  private static final int FEWEST_ROWS = 10;

  private static final int FEWEST_COLUMNS = 40;

  /** The status line; to be touched under the lock only. */
  final StatusBar bar;

  StatusReader(Terminal terminal) throws IOException {
    super(terminal, "smtpterm");
    this.bar = new StatusBar(terminal);
    terminal.handle(Terminal.Signal.WINCH, signal -> resized());
  }

  /** Whether there is room for a status line. */
  public boolean hasStatus() {
    return terminal.getHeight() >= FEWEST_ROWS && terminal.getWidth() >= FEWEST_COLUMNS;
  }

  /** Empties the screen. */
  public void wipe() {
    lock.lock();
    try {
      terminal.puts(Capability.clear_screen);
      bar.wiped();
      terminal.flush();
    } finally {
      lock.unlock();
    }
  }

  /** JLine's own handling of a new size, while a line is read, is under no lock. */
  @Override
  protected synchronized void handleSignal(Terminal.Signal signal) {
    lock.lock();
    try {
      if (signal == Terminal.Signal.WINCH) {
        if (!bar.open()) {
          // JLine draws the line anew, but leaves behind it what is there no more: a hint.
          terminal.puts(Capability.carriage_return);
          terminal.puts(Capability.clr_eos);
        }
        bar.resized();
      }
      super.handleSignal(signal);
    } finally {
      lock.unlock();
    }
  }

  /** The window changed while no line is read. */
  private void resized() {
    lock.lock();
    try {
      bar.resized();
      terminal.flush();
    } finally {
      lock.unlock();
    }
  }
}
