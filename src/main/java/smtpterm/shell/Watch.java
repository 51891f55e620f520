package smtpterm.shell;

import java.util.Optional;
import smtpterm.session.SessionView;

/**
 * Looks once a second: keeps the seconds in the status line going, and says when it is too long.
 */
final class Watch implements Runnable {
  private final Conversation conversation;
  private final Screen screen;
  private long complainedAbout = Long.MIN_VALUE;

  Watch(Conversation conversation, Screen screen) {
    this.conversation = conversation;
    this.screen = screen;
  }

  @Override
  public void run() {
    Optional<SessionView> view = conversation.view().filter(v -> conversation.open());
    if (view.isEmpty() || !view.get().serversTurn()) {
      return;
    }
    long since = view.get().waitingSince();
    long seconds = (System.nanoTime() - since) / 1_000_000_000L;
    long patience = conversation.patience().toSeconds();
    if (seconds >= patience && complainedAbout != since) {
      complainedAbout = since;
      screen.note("shell.no-reply", seconds);
    }
    screen.refresh();
  }
}
