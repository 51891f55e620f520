package smtpterm.shell;

import org.jline.nativ.CLibrary;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * The modes of the terminal as they were, speed included: JLine's own copy has none, and leaves
 * {@code speed 0 baud} behind, which on a serial line means to hang up.
 */
final class Modes {
  private static final int STANDARD_INPUT = 0;

  private final Runnable restoring;

  private Modes(Runnable restoring) {
    this.restoring = restoring;
  }

  /** The present modes. */
  static Modes of(Terminal terminal) {
    if (!System.getProperty("os.name").startsWith("Windows")) {
      CLibrary.Termios modes = new CLibrary.Termios();
      if (CLibrary.tcgetattr(STANDARD_INPUT, modes) == 0) {
        return new Modes(() -> CLibrary.tcsetattr(STANDARD_INPUT, CLibrary.TCSANOW, modes));
      }
    }
    Attributes modes = terminal.getAttributes();
    return new Modes(() -> terminal.setAttributes(modes));
  }

  /** Gives the terminal back as it was. */
  void restore() {
    restoring.run();
  }
}
