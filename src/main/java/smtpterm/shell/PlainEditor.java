package smtpterm.shell;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.WCWidth;
import smtpterm.typing.Base64Key;

/**
 * Types lines on a terminal that can only print: backspace, Ctrl-U, Ctrl-C, Ctrl-D, and no escape
 * sequence ever.
 */
final class PlainEditor implements LineEditor {
  private static final int END = -1;
  private static final int ESCAPE = 27;

  private final Terminal terminal;
  private final NonBlockingReader keys;
  private final PrintWriter out;
  private final InputAid aid;
  private final Keyboard keyboard;
  private final StringBuilder line = new StringBuilder();
  private String prompt = "";
  private boolean reading;
  private boolean hidden;
  private volatile Thread reader;

  PlainEditor(Terminal terminal, InputAid aid) {
    this.terminal = terminal;
    this.keys = terminal.reader();
    this.out = terminal.writer();
    this.aid = aid;
    this.keyboard = new Keyboard(terminal);
  }

  @Override
  public Typed read(String initial, boolean hideAhead) {
    return hideAhead && keyboard.pending()
        ? read(aid.prompt(), initial, text -> true)
        : read(aid.prompt(), initial, this::secret);
  }

  @Override
  public Typed ask(String question, boolean secret) {
    return read(question, "", text -> secret);
  }

  @Override
  public Press cue(Cue cue) {
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, s -> interrupt());
    keyboard.interruptIsKey();
    reader = Thread.currentThread();
    try {
      if (aid.interrupted()) {
        return Press.STOP;
      }
      Optional<Press> early =
          cue.delay().isZero() || quiet(cue.delay()) ? Optional.empty() : press(key());
      if (early.filter(press -> press != Press.NEXT).isPresent()) {
        return early.get();
      }
      if (!cue.waits()) {
        return Press.NEXT;
      }
      // It cannot be taken back, so it is no line of the conversation yet.
      cue.line().ifPresent(line -> print(List.of("   -> " + masked(line))));
      Optional<Press> press = press(key());
      while (press.isEmpty()) {
        press = press(key());
      }
      return press.get();
    } finally {
      reader = null;
      keyboard.interruptIsSignal();
      terminal.handle(Terminal.Signal.INT, before);
    }
  }

  @Override
  public void typedBefore(String keys) {
    // A terminal that can only print is asked nothing, so nobody has read any.
  }

  @Override
  public void forgetKeys() {
    keyboard.forget();
  }

  private Optional<Press> press(int key) {
    return switch (key) {
      case '\r', '\n', ' ' -> Optional.of(Press.NEXT);
      case 't' -> Optional.of(Press.TYPE);
      case 'r' -> Optional.of(Press.RUN);
      case 'q', 3 -> Optional.of(Press.STOP);
      case 4, END -> Optional.of(Press.LEAVE);
      case ESCAPE -> sequence().equals("6~") ? Optional.of(Press.NEXT) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean quiet(Duration time) {
    try {
      return keys.peek(time.toMillis()) == NonBlockingReader.READ_EXPIRED;
    } catch (IOException e) {
      return false;
    }
  }

  private String masked(String line) {
    int from = aid.secretFrom(line);
    return from < 0 ? line : line.substring(0, from) + "********";
  }

  /** Whether the next character of this line must not be shown. */
  private boolean secret(String text) {
    int from = aid.secretFrom(text + "x");
    return from >= 0 && from <= text.length();
  }

  private Typed read(String ask, String initial, Predicate<String> hide) {
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, s -> interrupt());
    // Before the prompt stands there: whoever sees it may press Ctrl-C at once.
    keyboard.interruptIsKey();
    begin(ask, initial, hide);
    try {
      if (aid.interrupted()) {
        return new Typed.Interrupt(finish());
      }
      boolean ahead = true;
      while (true) {
        ahead &= keyboard.pending();
        int key = key();
        if (key == 3) {
          return new Typed.Interrupt(finish());
        }
        if (key == '\r' || key == '\n') {
          return new Typed.Text(finish(), hidden, ahead);
        }
        if (key == END || (key == 4 && line.isEmpty())) {
          finish();
          return new Typed.End();
        }
        if (key == ESCAPE) {
          escape();
        } else {
          edit(key, hide.test(line.toString()));
        }
      }
    } finally {
      keyboard.interruptIsSignal();
      terminal.handle(Terminal.Signal.INT, before);
    }
  }

  /** A key that sends several characters: some have a meaning, the others must not show. */
  private void escape() {
    switch (sequence()) {
      case "6", "17~" -> base64();
      case "OP", "11~" ->
          print(hidden ? aid.help("", 0) : aid.help(line.toString(), line.length()));
      case "OQ", "12~" -> print(aid.explain(line.toString(), hidden));
      default -> {} // No key that means anything here.
    }
  }

  /** What comes behind an escape: {@code 17~} for {@code ESC [ 1 7 ~}, or one character. */
  private String sequence() {
    int first = key();
    StringBuilder rest = new StringBuilder();
    if (first == '[') {
      int next = key();
      while (next > 0 && (next < '@' || next > '~')) {
        rest.append((char) next);
        next = key();
      }
      rest.append((char) next);
    } else if (first == 'O') {
      rest.append('O').append((char) key());
    } else {
      rest.append((char) first);
    }
    return rest.toString();
  }

  private synchronized void base64() {
    Base64Key.Change change = aid.base64(line.toString());
    erase(line.codePointCount(0, line.length()));
    line.append(change.after());
    if (hidden) {
      String said = aid.hint(change.after(), true).text();
      print(said.isEmpty() ? List.of() : List.of("# " + said));
    } else {
      out.print(change.after());
      out.flush();
    }
  }

  private synchronized void begin(String ask, String initial, Predicate<String> hide) {
    prompt = ask;
    line.setLength(0);
    line.append(initial);
    reading = true;
    hidden = hide.test("");
    reader = Thread.currentThread();
    out.print(prompt);
    out.print(hidden ? "" : initial);
    out.flush();
  }

  private void interrupt() {
    Thread waiting = reader;
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  private int key() {
    try {
      int key = keys.read();
      return Thread.interrupted() ? 3 : key;
    } catch (InterruptedIOException e) {
      Thread.interrupted();
      return 3;
    } catch (IOException e) {
      return END;
    }
  }

  private synchronized void edit(int key, boolean hide) {
    // What was hidden once stays so: it is still a password when the server refuses meanwhile.
    hidden |= hide;
    if (key == 127 || key == 8) {
      erase(1);
    } else if (key == 21) {
      erase(line.codePointCount(0, line.length()));
    } else if (key >= 32 || key == '\t') {
      line.append((char) key);
      if (!hidden) {
        out.print((char) key);
      }
    }
    out.flush();
  }

  private void erase(int characters) {
    for (int n = 0; n < characters && !line.isEmpty(); n++) {
      int last = line.codePointBefore(line.length());
      line.setLength(line.length() - Character.charCount(last));
      if (!hidden) {
        out.print("\b \b".repeat(Math.max(0, WCWidth.wcwidth(last))));
      }
    }
  }

  private synchronized String finish() {
    reading = false;
    reader = null;
    out.println();
    out.flush();
    return line.toString();
  }

  @Override
  public List<String> takePasted() {
    return List.of();
  }

  @Override
  public synchronized void print(List<String> lines) {
    if (reading) {
      out.println();
    }
    lines.forEach(out::println);
    if (reading) {
      out.print(prompt);
      out.print(hidden ? "" : line);
    }
    out.flush();
  }

  @Override
  public void refresh() {
    // A terminal that can only print has no place for it.
  }

  @Override
  public void likeVi(boolean vi) {
    // There are hardly any keys to choose from.
  }

  @Override
  public boolean hasStatus() {
    return false;
  }

  @Override
  public boolean erases() {
    return false;
  }

  @Override
  public synchronized void wipe() {
    out.println();
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
