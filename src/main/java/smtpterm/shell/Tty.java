package smtpterm.shell;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.ShutdownHooks;

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

  /** So long the reading of a line may take to end after a signal. */
  private static final long LEAVING_MILLIS = 300;

  private final Terminal terminal;
  private final Modes before;
  private volatile Runnable farewell = () -> {};
  private volatile Runnable tidy = () -> {};
  private final CountDownLatch left = new CountDownLatch(1);
  private volatile boolean killed;
  private boolean restored;

  /** Takes this terminal; {@link #open} takes that of the process, and minds its signals. */
  Tty(Terminal terminal) {
    this.terminal = terminal;
    this.before = Modes.of(terminal);
    terminal.enterRawMode();
  }

  /** Takes the terminal of this process. */
  static Tty open(Charset charset) throws IOException {
    String term = System.getenv().getOrDefault("TERM", "");
    boolean dumb = term.isEmpty() || term.startsWith(Terminal.TYPE_DUMB);
    if (dumb) {
      InfoCmp.setDefaultInfoCmp(PLAIN, PLAIN_CAPABILITIES);
    }
    // JLine ends terminals in the order in which they were made, one after the other: the last word
    // must come before the terminal is closed, and the modes be set when all else is done.
    AtomicReference<Runnable> first = new AtomicReference<>(() -> {});
    ShutdownHooks.add(() -> first.get().run());
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
    first.set(tty::killed);
    ShutdownHooks.add(tty::settle);
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
    if (left.getCount() == 0) {
      return;
    }
    killed = true;
    Thread farewells = new Thread(farewell, "smtpterm-farewell");
    farewells.setDaemon(true);
    farewells.start();
    try {
      farewells.join(FAREWELL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    restore();
  }

  /** The line that was being read sets modes, too, when it notices the end. */
  private void settle() {
    try {
      left.await(LEAVING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    before.restore();
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
    before.restore();
  }

  @Override
  public void close() {
    left.countDown();
    if (killed) {
      return;
    }
    restore();
    try {
      terminal.close();
    } catch (IOException e) {
      // The window is gone.
    }
    // Closing set the modes as JLine knows them.
    before.restore();
  }
}
