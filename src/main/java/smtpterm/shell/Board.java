package smtpterm.shell;

import java.io.Closeable;
import java.util.List;

/** Where a server tells people what goes on. Safe for several threads. */
public interface Board extends Closeable {
  /** How many columns it has; 0 where lines may be as long as they like. */
  int columns();

  /** Whether it can do no more than print one line under the other. */
  boolean plain();

  /** Shows lines, all of them and as they are. */
  void show(List<String> lines);

  /** Shows one line, cut where the window ends. */
  void showCut(String line);

  /** What stands below all lines and stays there; nothing where there is no such place. */
  void status(String text);

  /** Waits for a key, Ctrl-C included, which is 3; -1 where there will be none. */
  int key();

  @Override
  void close();
}
