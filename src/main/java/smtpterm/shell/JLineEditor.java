package smtpterm.shell;

import java.io.IOException;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.NonBlockingReader;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Secrecy;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.typing.Base64Key;

/** Types lines with everything a good terminal can do; a thin layer over JLine's line reader. */
final class JLineEditor extends HintedReader implements LineEditor {
  private final InputAid aid;
  private final Look look;
  private final Histories histories;
  private final InputHighlighter colours;
  private final Masking masking;
  private final Keyboard keyboard;
  private Masking active;
  private final CueKeys cues;
  private boolean cued;

  /** Whether the line is still being typed, and not only wiped off the screen. */
  private boolean typing;

  /** Whether every key of this line so far had been pressed before it was looked for. */
  private boolean ahead;

  /** The screen is given back: no prompt may come any more, whatever still happens. */
  private volatile boolean closed;

  /**
   * @param look how this terminal shows things
   */
  JLineEditor(Terminal terminal, InputAid aid, Histories histories, Look look) throws IOException {
    super(terminal);
    this.aid = aid;
    this.look = look;
    this.histories = histories;
    this.keyboard = new Keyboard(terminal);
    this.cues =
        new CueKeys(
            terminal,
            new CueKeys.Keys(
                this::interrupt,
                this::readPaste,
                millis -> bindingReader.peekCharacter(millis) == NonBlockingReader.READ_EXPIRED,
                this::write));
    this.masking = new Masking(aid::secretFrom, look.mask());
    this.active = masking;
    this.colours = new InputHighlighter(aid, look, this::hasStatus);
    setHighlighter(colours);
    setParser(new VerbatimParser());
    CompletionMenu menu = new CompletionMenu(aid, look, terminal::getSize);
    setCompleter(menu);
    setCompletionMatcher(menu);
    EditorOptions.set(this);
    keys();
    histories.open(this);
  }

  private void keys() {
    widgets.put(EditorKeys.BASE64, this::base64);
    widgets.put(EditorKeys.HELP, this::help);
    widgets.put(EditorKeys.ANSWER, this::answer);
    widgets.put(EditorKeys.EXPLAIN, this::explain);
    widgets.put(EditorKeys.LATE_COLOUR, () -> swallow("\007\\"));
    widgets.put(EditorKeys.LATE_SELF, () -> swallow("c"));
    widgets.put(EditorKeys.NOTHING, () -> true);
    widgets.put(EditorKeys.INTERRUPT, this::interrupt);
    EditorKeys.bind(terminal, keyMaps);
  }

  @Override
  public void likeVi(boolean vi) {
    EditorKeys.choose(vi, keyMaps);
  }

  @Override
  public Typed read(String initial, boolean hideAhead) {
    setHistory(histories.of(aid.kind()));
    colours.as(InputHighlighter.Manner.TYPED);
    masking.begin(hideAhead && keyboard.pending());
    return read(aid.prompt(), initial, masking);
  }

  @Override
  public Typed ask(String question, boolean secret) {
    Masking mask = new Masking(line -> secret ? 0 : Secrecy.NOTHING, look.mask());
    mask.begin(secret);
    colours.as(InputHighlighter.Manner.PLAIN);
    return read(question, "", mask);
  }

  @Override
  public Press cue(Cue cue) {
    Masking mask = new Masking(aid::secretFrom, look.mask());
    mask.begin(false);
    cues.begin(cue);
    cued = true;
    try {
      colours.as(cue.typed() ? InputHighlighter.Manner.SAID : InputHighlighter.Manner.PREPARED);
      String prompt = cue.line().map(line -> look.paint(Role.MARK, aid.prompt())).orElse("");
      return read(prompt, cues.initial(), mask) instanceof Typed.End ? Press.LEAVE : cues.pressed();
    } finally {
      cued = false;
    }
  }

  @Override
  public void typedBefore(String keys) {
    runMacro(keys);
  }

  @Override
  public void forgetKeys() {
    keyboard.forget();
  }

  @Override
  public KeyMap<Binding> getKeys() {
    return cued ? cues.map() : super.getKeys();
  }

  @Override
  public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
    return cued ? cues.next(() -> super.readBinding(keys, local)) : super.readBinding(keys, local);
  }

  /** More of a line that comes into view by itself. */
  private void write(String characters) {
    lock.lock();
    try {
      buf.write(characters);
      redisplay();
    } finally {
      lock.unlock();
    }
  }

  private Typed read(String ask, String initial, Masking mask) {
    active = mask;
    ahead = true;
    keyboard.interruptIsKey();
    try {
      if (aid.interrupted()) {
        return new Typed.Interrupt("");
      }
      typing = true;
      String text = readLine(ask, null, mask, initial);
      return new Typed.Text(text, mask.hidden(), ahead);
    } catch (UserInterruptException e) {
      return new Typed.Interrupt(e.getPartialLine());
    } catch (EndOfFileException e) {
      return new Typed.End();
    } finally {
      keyboard.interruptIsSignal();
    }
  }

  @Override
  public boolean redisplay() {
    if (closed) {
      return true;
    }
    boolean more = keyboard.pending();
    ahead &= more;
    // Drawing each step of what was typed ahead would take seconds where it is long.
    if (more) {
      lock.lock();
      try {
        tidy();
      } finally {
        lock.unlock();
      }
      return true;
    }
    return super.redisplay();
  }

  @Override
  protected void redisplay(boolean flush) {
    String clean = tidy();
    // JLine must not count on the row of the status line.
    size.setRows(Math.max(1, terminal.getHeight() - (bar.open() ? 1 : 0)));
    if (reading) {
      if (active == masking) {
        // The connection may have ended while the line is being typed.
        setPrompt(look.paint(Role.MARK, aid.prompt()));
      }
      drawStatus(active == masking ? clean : "");
    }
    if (searchTerm != null) {
      // JLine would say it in English.
      String sought = aid.sought(searchTerm.toString(), searchBackward, searchFailing);
      post = () -> new AttributedString(sought);
    }
    if (!closed) {
      super.redisplay(flush);
    }
  }

  /** Frees the line from what could act on the terminal, and looks whether it is a secret. */
  private String tidy() {
    String clean = clean();
    if (typing) {
      active.now(clean);
    }
    return clean;
  }

  @Override
  protected void cleanup() {
    // From here on the line is drawn empty, but it is what it was.
    typing = false;
    colours.as(InputHighlighter.Manner.PLAIN);
    super.cleanup();
  }

  private boolean base64() {
    Base64Key.Change change = aid.base64(buf.toString());
    buf.clear();
    buf.write(change.after());
    return true;
  }

  /** As if the command had been typed. */
  private boolean answer() {
    if (active != masking) {
      return true;
    }
    if (aid.kind() != LineKind.ANSWER) {
      print(aid.help(ByHand.COMMAND, 0));
      return true;
    }
    buf.clear();
    buf.write(ByHand.COMMAND);
    return acceptLine();
  }

  private boolean interrupt() {
    state = State.INTERRUPT;
    return true;
  }

  private boolean help() {
    // What is hidden must not be quoted.
    print(active.hidden() ? aid.help("", 0) : aid.help(buf.toString(), buf.cursor()));
    return true;
  }

  private boolean explain() {
    print(aid.explain(buf.toString(), active.hidden()));
    return true;
  }

  @Override
  public void print(List<String> lines) {
    lock.lock();
    try {
      // Once the terminal is given back, a prompt below the line would be left on it.
      if (!lines.isEmpty() && !closed) {
        printAbove(String.join("\n", lines));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void refresh() {
    lock.lock();
    try {
      if (reading && !closed) {
        redisplay(true);
      } else {
        drawStatus("");
        terminal.flush();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Brings the status line up to date; the lock is held. */
  private void drawStatus(String line) {
    bar.show(!closed && hasStatus() ? aid.status(line, active.hidden(), terminal.getWidth()) : "");
  }

  @Override
  public boolean erases() {
    return true;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (reading) {
        cleanup();
      }
      closed = true;
      bar.show("");
      terminal.flush();
    } finally {
      lock.unlock();
    }
  }
}
