package smtpterm.shell;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;

/**
 * Asks the terminal for the colour of its background, and at once what it is: every terminal
 * answers the second question, so one that does not know the first costs no time.
 *
 * <p>To be asked once, raw, before anybody reads keys. What was typed meanwhile is kept.
 */
final class BackgroundQuestion {
  /** OSC 11 and DA1, as xterm has them. */
  private static final String QUESTION = "\033]11;?\007\033[c";

  /** Longer than any terminal near takes, shorter than anybody notices. */
  private static final long PATIENCE_MILLIS = 100;

  /** So long an answer that came meanwhile may take to be read. */
  private static final long LEAST_MILLIS = 50;

  /** No terminal says so much, and nobody types so fast. */
  private static final int MOST = 4_096;

  private static final Pattern SELF = Pattern.compile("\033\\[\\?[0-9;]*c");
  private static final Pattern COLOUR = Pattern.compile("\033\\]11;[^\007\033]*(\007|\033\\\\)");

  /** Terminals that are known to read a question that they do not know, and not to print it. */
  private static final Pattern KIND =
      Pattern.compile(
          "(xterm|tmux|screen|rxvt|foot|alacritty|kitty|st|konsole|gnome|vte|wezterm|contour"
              + "|ghostty|iterm)\\b.*");

  private final Terminal terminal;
  private long asked;
  private String typed = "";

  BackgroundQuestion(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Asks. What else there is to prepare can be done until the answer is there. */
  void ask() {
    if (KIND.matcher(terminal.getType()).matches()) {
      terminal.writer().write(QUESTION);
      terminal.flush();
      asked = System.nanoTime();
    }
  }

  /** What the terminal says; {@link Background#UNKNOWN} where it does not. */
  Background answer() {
    if (asked == 0) {
      return Background.UNKNOWN;
    }
    StringBuilder heard = new StringBuilder();
    try {
      long now = System.nanoTime();
      long end = Math.max(asked + PATIENCE_MILLIS * 1_000_000, now + LEAST_MILLIS * 1_000_000);
      long left = (end - now) / 1_000_000;
      while (left > 0 && heard.length() < MOST && !SELF.matcher(heard).find()) {
        int key = terminal.reader().read(left);
        if (key < 0) {
          break;
        }
        heard.append((char) key);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } catch (IOException e) {
      // The window is gone; whoever reads next will see that.
    }
    Background background = Background.answered(heard.toString());
    typed = COLOUR.matcher(SELF.matcher(heard).replaceFirst("")).replaceFirst("");
    return background;
  }

  /** The keys that were pressed while it was asked. */
  String typed() {
    return typed;
  }
}
