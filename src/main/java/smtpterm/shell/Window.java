package smtpterm.shell;

import java.io.IOException;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The window of the terminal that this process runs in, for commands that only print. */
public final class Window {
  private Window() {}

  /** How many columns it has; empty where no terminal tells. */
  public static OptionalInt columns() {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build()) {
      int columns = terminal.getWidth();
      return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    } catch (IOException | IllegalStateException e) {
      // No terminal, or one that JLine does not know: a page has its usual width then.
      return OptionalInt.empty();
    }
  }
}
