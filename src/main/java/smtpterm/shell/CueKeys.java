package smtpterm.shell;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * The keys that count while a prepared line stands at the prompt, and the pace at which it comes
 * there. Each key ends the reading, those without a meaning change nothing.
 */
final class CueKeys {
  private static final String PASTE_BEGINS = "\033[200~";

  private final KeyMap<Binding> map = new KeyMap<>();
  private final Keys keys;
  private final Widget skip = () -> true;
  private final Widget next;
  private Press pressed = Press.STOP;
  private Cue cue = Cue.key();
  private boolean due;

  /**
   * The reader whose keys these are.
   *
   * @param end ends the reading
   * @param paste takes the rest of a paste, for nothing
   * @param waiting whether no key comes within so many milliseconds
   * @param write puts more characters into the line, and shows them
   */
  record Keys(BooleanSupplier end, Runnable paste, IntPredicate waiting, Consumer<String> write) {}

  CueKeys(Terminal terminal, Keys keys) {
    this.keys = keys;
    this.next = press(Press.NEXT);
    // Only small letters: capital ones stand at the end of what function keys send.
    String down = KeyMap.key(terminal, Capability.key_npage);
    bind(next, "\r", "\n", " ", "\033[6~", down);
    bind(press(Press.TYPE), "t");
    bind(press(Press.RUN), "r");
    bind(press(Press.STOP), "q", KeyMap.ctrl('C'));
    bind(press(Press.LEAVE), KeyMap.ctrl('D'));
    // Alone it is a key of remote controls for presenters, and otherwise the start of one.
    bind(skip, "\033");
    bind(
        () -> {
          keys.paste().run();
          return true;
        },
        PASTE_BEGINS);
    // Of a key that is not known here no part may count as another key.
    map.setNomatch(skip);
    map.setUnicode(skip);
  }

  private void bind(Widget widget, String... sequences) {
    for (String sequence : sequences) {
      if (sequence != null) {
        map.bind(widget, sequence);
      }
    }
  }

  private Widget press(Press press) {
    return () -> {
      pressed = press;
      return keys.end().getAsBoolean();
    };
  }

  /** From now on this is at the prompt. */
  void begin(Cue now) {
    cue = now;
    pressed = Press.STOP;
    due = true;
  }

  /** What stands in the line at once. */
  String initial() {
    return waitsFirst() ? "" : cue.line().orElse("");
  }

  private boolean waitsFirst() {
    return cue.typed() || !cue.delay().isZero();
  }

  /** The key that was pressed last. */
  Press pressed() {
    return pressed;
  }

  /** These keys, for the reader. */
  KeyMap<Binding> map() {
    return map;
  }

  /**
   * What happens next: a key, or the time is up.
   *
   * @param read waits for the next key
   */
  Binding next(Supplier<Binding> read) {
    if (due) {
      due = false;
      Binding early = waitsFirst() ? appear(read) : null;
      if (early != null) {
        return early;
      }
      if (!cue.waits()) {
        return next;
      }
    }
    return read.get();
  }

  /** The line comes into view; a key that means to go on hurries it. */
  private Binding appear(Supplier<Binding> read) {
    String line = cue.line().orElse("");
    boolean hurried = !quiet(cue.delay());
    int at = 0;
    while (at < line.length() && !hurried && cue.typed()) {
      int end = at + Character.charCount(line.codePointAt(at));
      keys.write().accept(line.substring(at, end));
      at = end;
      hurried = !quiet(Cue.PACE);
    }
    if (hurried) {
      Binding key = read.get();
      if (key != next && key != skip) {
        return key;
      }
    }
    if (at < line.length()) {
      keys.write().accept(line.substring(at));
    }
    return cue.typed() && !cue.waits() && !hurried && !quiet(Cue.REST) ? read.get() : null;
  }

  private boolean quiet(Duration time) {
    return time.isZero() || keys.waiting().test((int) time.toMillis());
  }
}
