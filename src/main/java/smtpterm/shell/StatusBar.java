package smtpterm.shell;

import org.jline.terminal.Terminal;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/**
 * The lowest row of the window, kept out of the scrolling region, so that it never enters the
 * scrollback.
 *
 * <p>JLine has one, too, but it loses rows of the transcript when the window gets smaller. Every
 * method is called under the line reader's lock.
 */
final class StatusBar {
  /** Far below any window: the terminal takes its last row, whatever size it has by now. */
  private static final int LAST_ROW = 9_998;

  private static final int COLOURS = 256;

  private final Terminal terminal;
  private String text = "";
  private boolean open;

  StatusBar(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whether the row is taken. */
  boolean open() {
    return open;
  }

  /** Shows this text, cut to the width; the empty text gives the row back. */
  void show(String now) {
    if (now.equals(text)) {
      return;
    }
    text = now;
    if (text.isEmpty()) {
      close();
    } else if (open) {
      draw();
    } else if (able()) {
      take();
    }
  }

  /** The window has another size. */
  void resized() {
    if (open) {
      terminal.puts(Capability.carriage_return);
      terminal.puts(Capability.clr_eos);
      region(terminal.getHeight() - 1);
      take();
    }
  }

  /** The screen was emptied: the row is drawn again. */
  void wiped() {
    if (open) {
      take();
    }
  }

  private boolean able() {
    return terminal.getStringCapability(Capability.change_scroll_region) != null
        && terminal.getStringCapability(Capability.save_cursor) != null
        && terminal.getStringCapability(Capability.restore_cursor) != null
        && terminal.getStringCapability(Capability.cursor_address) != null;
  }

  private void take() {
    // Makes room where the cursor stands in the lowest row; elsewhere down and up again.
    terminal.puts(Capability.scroll_forward);
    terminal.puts(Capability.cursor_up);
    region(terminal.getHeight() - 2);
    open = true;
    draw();
  }

  private void draw() {
    int room = terminal.getWidth() - 1;
    AttributedString line = AttributedString.fromAnsi(text);
    terminal.puts(Capability.save_cursor);
    terminal.puts(Capability.cursor_address, LAST_ROW, 0);
    // JLine would write the bars with the letters of an ancient character set, so it only cuts.
    terminal
        .writer()
        .write(
            line.columnLength() <= room
                ? text
                : line.columnSubSequence(0, room).toAnsi(COLOURS, ForceMode.None));
    terminal.puts(Capability.clr_eol);
    terminal.puts(Capability.restore_cursor);
  }

  private void close() {
    if (!open) {
      return;
    }
    open = false;
    terminal.puts(Capability.save_cursor);
    terminal.puts(Capability.cursor_address, LAST_ROW, 0);
    terminal.puts(Capability.clr_eol);
    terminal.puts(Capability.restore_cursor);
    region(terminal.getHeight() - 1);
  }

  /** Scrolls from the first row to this one only. */
  private void region(int lastRow) {
    // Setting it moves the cursor.
    terminal.puts(Capability.save_cursor);
    terminal.puts(Capability.change_scroll_region, 0, lastRow);
    terminal.puts(Capability.restore_cursor);
  }
}
