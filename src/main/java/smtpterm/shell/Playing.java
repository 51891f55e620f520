package smtpterm.shell;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import smtpterm.replay.Failure;
import smtpterm.replay.Outcome;
import smtpterm.replay.Player;

/** Plays session files in the terminal, at the start or for {@code /play}. */
final class Playing {
  private final Presenter.Tools tools;
  private final Connecting connecting;
  private final Sending sending;
  private volatile boolean underWay;

  Playing(Presenter.Tools tools, Connecting connecting, Sending sending) {
    this.tools = tools;
    this.connecting = connecting;
    this.sending = sending;
  }

  /** Whether a file is being played. */
  boolean underWay() {
    return underWay;
  }

  /** Plays a file at the start of the program, and then runs the shell where it is wanted. */
  Outcome perform(Performance performance, Shell shell) {
    Played played = play(performance);
    if (played.leaves()) {
      shell.quit();
      return played.outcome();
    }
    boolean stays = performance.show().stay() || played.key().isPresent();
    if (stays || !played.outcome().passed()) {
      conclude(played);
    }
    if (stays) {
      promptComesBack();
      shell.run();
    }
    return played.outcome();
  }

  /** What the user should know before he types again. */
  void promptComesBack() {
    if (!tools.conversation().open()) {
      tools.screen().note("shell.closed");
    }
  }

  /**
   * How it went.
   *
   * @param outcome what the player says
   * @param key what ended it, if a key did
   */
  record Played(Outcome outcome, Optional<Press> key) {
    /** Whether the user wants to leave the program. */
    boolean leaves() {
      return key.equals(Optional.of(Press.LEAVE));
    }
  }

  /** Plays a file to its end, or until a key ends it. The connection stays. */
  Played play(Performance performance) {
    AtomicReference<Player> player = new AtomicReference<>();
    AtomicReference<Presenter> presenter = new AtomicReference<>();
    PlayStage stage = new PlayStage(tools.conversation(), connecting, () -> presenter.get().stop());
    Presenter audience = new Presenter(tools, performance, () -> player.get().leave());
    presenter.set(audience);
    player.set(new Player(performance.plan(), stage, audience, performance.manner().staying(true)));
    tools.conversation().onBreak(audience::stop);
    sending.handOver();
    underWay = true;
    Settings settings = tools.settings();
    boolean revealed = settings.revealed();
    // On the practice server logins are shown, because they are the lesson; passwords from outside
    // are nobody's lesson.
    settings.reveal(revealed && !performance.plan().hasSecrets());
    try {
      audience.begin();
      Outcome outcome = player.get().play();
      audience.finish();
      return new Played(outcome, audience.end());
    } finally {
      underWay = false;
      settings.reveal(revealed);
      sending.handOver();
      tools.conversation().onBreak(null);
    }
  }

  /** Closes the present connection; it was said already why. */
  void disconnect() {
    underWay = true;
    try {
      tools.conversation().disconnect();
    } finally {
      underWay = false;
    }
  }

  /** Says how it went; what a key ended, the user saw himself. */
  void conclude(Played played) {
    Screen screen = tools.screen();
    Outcome outcome = played.outcome();
    long different =
        outcome.failures().stream()
            .filter(failure -> failure.kind().weight() == Failure.Weight.EXPECTATION)
            .count();
    if (outcome.unsent() > 0) {
      screen.note(
          outcome.unsent() == 1 ? "shell.play.stopped.one" : "shell.play.stopped",
          outcome.unsent());
    } else if (different > 0) {
      screen.note(different == 1 ? "shell.play.different.one" : "shell.play.different", different);
    } else if (outcome.passed()) {
      screen.note("shell.play.done");
    }
  }
}
