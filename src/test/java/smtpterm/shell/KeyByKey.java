package smtpterm.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.NonBlockingReader;

/**
 * A terminal whose keys come one at a time: each is there only when whoever reads has done all that
 * the one before asked for, drawing included. Behind the last one the window is closed.
 */
final class KeyByKey extends LineDisciplineTerminal {
  private final NonBlockingReader keys;

  /**
   * @param keys what each sends, such as {@code ESC [ D}; what stands in one comes all at once
   */
  KeyByKey(List<String> keys) throws IOException {
    super("keys", "xterm-256color", OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    this.keys = new Keys(keys.iterator());
    setSize(new Size(100, 30));
  }

  @Override
  public NonBlockingReader reader() {
    return keys;
  }

  /** As with the terminal of a process, its modes may be set once more after it was closed. */
  @Override
  public void setAttributes(Attributes modes) {
    if (!closed) {
      super.setAttributes(modes);
    }
  }

  private static final class Keys extends NonBlockingReader {
    private final Iterator<String> rest;
    private String key = "";
    private int at;

    Keys(Iterator<String> rest) {
      this.rest = rest;
    }

    @Override
    protected int read(long timeout, boolean isPeek) {
      if (at == key.length()) {
        if (isPeek && timeout > 0) {
          return READ_EXPIRED;
        }
        if (!rest.hasNext()) {
          return EOF;
        }
        key = rest.next();
        at = 0;
      }
      return isPeek ? key.charAt(at) : key.charAt(at++);
    }

    @Override
    public int readBuffered(char[] buffer, int offset, int length, long timeout) {
      int next = length == 0 ? 0 : read(timeout, false);
      if (next < 0 || length == 0) {
        return next;
      }
      buffer[offset] = (char) next;
      return 1;
    }

    @Override
    public int available() {
      return key.length() - at;
    }
  }
}
