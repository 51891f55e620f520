package smtpterm.shell;

import java.time.Duration;
import java.util.Optional;
import smtpterm.protocol.Secrecy;
import smtpterm.replay.Audience;
import smtpterm.replay.Failure;
import smtpterm.replay.Remark;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.session.Notice;
import smtpterm.session.Target;

/**
 * Shows a session file while it is played, exactly as if somebody typed it, and lets a person at
 * the keyboard say when it goes on.
 */
final class Presenter implements Audience {
  private final Tools tools;
  private final Performance performance;
  private final Performance.Show show;
  private final Screen screen;
  private final Runnable halt;
  private boolean stepping;
  private volatile Optional<Press> end = Optional.empty();

  /**
   * What it works with.
   *
   * @param questions asks for secrets
   * @param aside lets the user type a line
   */
  record Tools(
      Conversation conversation,
      Screen screen,
      LineEditor editor,
      Settings settings,
      SecretQuestions questions,
      Aside aside) {}

  /** Lets the user type a line of his own, and shows what comes back. */
  interface Aside {
    /** {@link Press#NEXT} to go on with the file, {@link Press#LEAVE} when he wants to leave. */
    Press take();
  }

  /**
   * @param halt ends the run before anything more is sent, and leaves the connection alone
   */
  Presenter(Tools tools, Performance performance, Runnable halt) {
    this.tools = tools;
    this.performance = performance;
    this.show = performance.show();
    this.screen = tools.screen();
    this.halt = halt;
    this.stepping = show.step();
  }

  /** The file begins. */
  void begin() {
    screen.curtain().draw(stepping);
    keys(PlayKeys.RUNNING);
    if ((stepping || show.typing()) && !tools.editor().hasStatus()) {
      screen.note(PlayKeys.LINE.key());
    }
  }

  /** The file is at its end, or somebody ended it: what is explained last waits for a key, too. */
  void finish() {
    settle();
    screen.curtain().draw(false);
    screen.keys(Optional.empty());
  }

  /** The key that ended the file, if one did: to stop, or to leave. */
  Optional<Press> end() {
    return end;
  }

  /** Ends the file as {@code q} does; from any thread. */
  void stop() {
    end(Press.STOP);
  }

  private void end(Press how) {
    end = end.isEmpty() ? Optional.of(how) : end;
    halt.run();
  }

  private boolean over() {
    return end.isPresent();
  }

  private void keys(PlayKeys now) {
    screen.keys(Optional.of(now));
  }

  @Override
  public void heard(Notice notice) {
    tools.conversation().tell(notice);
  }

  @Override
  public void note(Place at, String text) {
    settle();
    if (!over()) {
      screen.told(text);
    }
  }

  @Override
  public void remark(Remark remark) {
    settle();
    screen.noteText(remark.sentence(screen.texts()));
  }

  @Override
  public void before(Plan.Act act, String asSent, int secretFrom) {
    settle();
    boolean masked = secretFrom != Secrecy.NOTHING && !tools.settings().revealed();
    String line = masked ? asSent.substring(0, secretFrom) + screen.mask() : asSent;
    Cue cue = Cue.line(line, show.delay(), show.typing(), stepping);
    while (!over() && (cue.waits() || cue.typed() || !cue.delay().isZero())) {
      keys(stepping ? PlayKeys.LINE : PlayKeys.RUNNING);
      if (goesOn(cue)) {
        return;
      }
      settle();
      cue = Cue.line(line, Duration.ZERO, false, stepping);
    }
  }

  /** Waits for a key; false when the user had something else to do first. */
  private boolean goesOn(Cue cue) {
    Press press = tools.editor().cue(cue);
    keys(PlayKeys.RUNNING);
    switch (press) {
      case NEXT -> {
        return true;
      }
      case RUN -> {
        stepping = false;
        screen.curtain().draw(false);
        return true;
      }
      case TYPE -> {
        screen.curtain().open();
        aside();
        return false;
      }
      case STOP, LEAVE -> {
        end(press);
        return true;
      }
    }
    throw new IllegalStateException(press.toString());
  }

  private void aside() {
    screen.keys(Optional.empty());
    Press press = tools.aside().take();
    if (press == Press.NEXT) {
      keys(PlayKeys.RUNNING);
    } else {
      end(press);
    }
  }

  /** What was said last is explained before anything more happens. */
  private void settle() {
    while (!over() && stepping && screen.curtain().holds()) {
      keys(PlayKeys.EXPLAIN);
      if (goesOn(Cue.key())) {
        screen.curtain().open();
      }
    }
    if (over()) {
      screen.curtain().open();
    }
  }

  @Override
  public void replied(Plan.Act act) {
    settle();
  }

  @Override
  public void pause() {
    settle();
    await();
  }

  /** Waits for somebody to say that it may go on. */
  private void await() {
    boolean asked = false;
    while (!over() && !asked) {
      tools.editor().forgetKeys();
      keys(PlayKeys.GO_ON);
      asked = goesOn(Cue.key());
      settle();
    }
  }

  @Override
  public boolean failed(Failure failure) {
    settle();
    if (over()) {
      return false;
    }
    if (failure.kind() == Failure.Kind.NO_CONNECTION) {
      // Who tried to connect has said why.
      return false;
    }
    screen.difference(failure);
    if (!failure.last() && !show.keepGoing()) {
      await();
    }
    return !over();
  }

  @Override
  public Optional<char[]> secret(String name, Target target, boolean encrypted) {
    settle();
    return over() ? Optional.empty() : tools.questions().named(name, performance.user(), target);
  }
}
