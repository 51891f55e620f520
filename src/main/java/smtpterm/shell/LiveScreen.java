package smtpterm.shell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;

/** The terminal as a board: lines run through it above a row that stays, and single keys count. */
public final class LiveScreen implements Board {
  private static final int COLOURS = 256;
  private static final int FEWEST_ROWS = 10;
  private static final long GIVING_BACK_MILLIS = 300;

  private final Tty tty;
  private final StatusBar bar;
  private final Keyboard keyboard;
  private final String cutMark;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  private LiveScreen(Tty tty, boolean unicode) {
    this.tty = tty;
    this.bar = new StatusBar(tty.terminal());
    this.cutMark = unicode ? "…" : "~";
    // As a signal it would end this process at once, without a good-bye to anybody.
    this.keyboard = new Keyboard(tty.terminal());
    keyboard.interruptIsKey();
    tty.onRestore(this::giveBack);
    tty.terminal().handle(Terminal.Signal.WINCH, signal -> redraw());
    tty.terminal()
        .handle(
            Terminal.Signal.CONT,
            signal -> {
              tty.raw();
              keyboard.interruptIsKey();
              redraw();
            });
  }

  /**
   * Takes the terminal of this process.
   *
   * @throws IOException when there is none
   */
  public static LiveScreen open(Charset charset, boolean unicode) throws IOException {
    return new LiveScreen(Tty.open(charset), unicode);
  }

  @Override
  public int columns() {
    return tty.columns();
  }

  @Override
  public boolean plain() {
    return tty.dumb();
  }

  @Override
  public void show(List<String> lines) {
    locked(() -> lines.forEach(this::write));
  }

  @Override
  public void showCut(String line) {
    locked(() -> write(cut(line)));
  }

  @Override
  public void status(String text) {
    locked(() -> bar.show(!tty.dumb() && tty.terminal().getHeight() >= FEWEST_ROWS ? text : ""));
  }

  @Override
  public int key() {
    try {
      return tty.terminal().reader().read();
    } catch (IOException e) {
      // The window is gone, and this process will be soon.
      return -1;
    }
  }

  @Override
  public void close() {
    tty.close();
  }

  private String cut(String line) {
    int room = tty.columns() - 1;
    AttributedString text = AttributedString.fromAnsi(line);
    return room < 1 || text.columnLength() <= room
        ? line
        : text.columnSubSequence(0, room - 1).toAnsi(COLOURS, ForceMode.None) + cutMark;
  }

  private void write(String line) {
    tty.terminal().writer().write(line + "\n");
  }

  private void redraw() {
    locked(bar::resized);
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      if (!closed) {
        action.run();
        tty.terminal().flush();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Nobody may be kept from ending by somebody who waits for a window that stands still. */
  private void giveBack() {
    try {
      if (lock.tryLock(GIVING_BACK_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          closed = true;
          bar.show("");
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
