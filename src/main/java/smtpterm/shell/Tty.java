package smtpterm.shell;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/**
 * The terminal, raw from start to end.
 *
 * <p>Between two lines the reader would give the terminal back to the kernel: what is typed then
 * would be echoed, even a password, and cut to 4,095 octets. So it stays raw for the whole session,
 * and is given back as it was at every kind of end, signals included.
 */
final class Tty implements Closeable {
  private static final String PLAIN = "smtpterm-plain";
  private static final String PLAIN_CAPABILITIES =
      PLAIN
          + "|prints and no more,\n\tam,\n\tcols#80,\n\tbel=^G, cr=^M, cud1=^J, ind=^J, cub1=^H,\n";
  private static final long FAREWELL_MILLIS = 1_200;

  private final Terminal terminal;
  private final Attributes before;
  private final Thread restorer = new Thread(this::killed, "smtpterm-restore");
  private volatile Runnable farewell = () -> {};
  private volatile Runnable tidy = () -> {};
  private boolean restored;

  private Tty(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.enterRawMode();
  }

  /** Takes the terminal of this process. */
  static Tty open(Charset charset) throws IOException {
    String term = System.getenv().getOrDefault("TERM", "");
    boolean dumb = term.isEmpty() || term.startsWith(Terminal.TYPE_DUMB);
    if (dumb) {
      InfoCmp.setDefaultInfoCmp(PLAIN, PLAIN_CAPABILITIES);
    }
    Terminal terminal =
        TerminalBuilder.builder()
            .name("smtpterm")
            // For a type called dumb JLine would leave the terminal to the kernel, and its echo on.
            .type(dumb ? PLAIN : term)
            .system(true)
            .provider("jni")
            .dumb(true)
            .encoding(charset)
            .build();
    Tty tty = new Tty(terminal);
    Runtime.getRuntime().addShutdownHook(tty.restorer);
    return tty;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Whether the terminal can do no more than print one line under the other. */
  boolean dumb() {
    return terminal.getType().equals(PLAIN) || terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /** Raw again, after a stop and {@code fg}. */
  void raw() {
    terminal.enterRawMode();
  }

  /** The width in columns, 0 when the terminal does not tell. */
  int columns() {
    return Math.max(0, terminal.getWidth());
  }

  /** What to do with the screen at every kind of end. */
  void onRestore(Runnable action) {
    tidy = action;
  }

  /** What to do first when a signal ends the program; it may take a second. */
  void onEnd(Runnable action) {
    farewell = action;
  }

  private void killed() {
    Thread last = new Thread(farewell, "smtpterm-farewell");
    last.setDaemon(true);
    last.start();
    try {
      last.join(FAREWELL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    restore();
  }

  private synchronized void restore() {
    if (restored) {
      return;
    }
    restored = true;
    tidy.run();
    if (!dumb()) {
      // Bracketed paste must not outlive us, even when a signal ends us in the middle of a line.
      terminal.writer().write("\033[?2004l");
    }
    terminal.flush();
    terminal.setAttributes(before);
  }

  @Override
  public void close() throws IOException {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(restorer);
    } catch (IllegalStateException e) {
      // The program is ending already, and the hook has nothing left to do.
    }
    terminal.close();
  }
}
