package smtpterm.shell;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;

/** The keys behind the line: whether more of them wait, and whether Ctrl-C is one of them. */
final class Keyboard {
  /** No key, or Ctrl-@ on a BSD. */
  private static final int DISABLED = 0;

  private static final int CTRL_C = 3;

  /** A key that waits already is read in no time. */
  private static final long AT_ONCE_MILLIS = 20;

  private final Terminal terminal;
  private final FileInputStream unread = new FileInputStream(FileDescriptor.in);

  Keyboard(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whether keys were pressed that nobody has read yet. */
  boolean pending() {
    try {
      return terminal.reader().available() > 0 || unread.available() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Throws away the keys that nobody has read yet. */
  void forget() {
    try {
      while (pending() && terminal.reader().read(AT_ONCE_MILLIS) >= 0) {
        // Whoever pressed it had not seen yet what he is asked.
      }
    } catch (IOException e) {
      // The window is gone; whoever reads next will see that.
    }
  }

  /**
   * While a line is typed Ctrl-C is a key like others. As a signal it would come at some time after
   * the keys that were pressed before it, and take away those that were pressed behind it.
   */
  void interruptIsKey() {
    interrupt(DISABLED);
  }

  /** While nobody reads keys Ctrl-C is a signal. */
  void interruptIsSignal() {
    interrupt(CTRL_C);
  }

  private void interrupt(int key) {
    Attributes attributes = terminal.getAttributes();
    attributes.setControlChar(ControlChar.VINTR, key);
    terminal.setAttributes(attributes);
  }
}
