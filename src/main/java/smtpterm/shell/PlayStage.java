package smtpterm.shell;

import java.util.function.Consumer;
import smtpterm.replay.Stage;
import smtpterm.session.Client;
import smtpterm.session.Notice;
import smtpterm.session.Target;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.TlsFailure;

/** Connects for a session file as the terminal itself does, so that the connection can stay. */
final class PlayStage implements Stage {
  private final Conversation conversation;
  private final Connecting connecting;
  private final Runnable stop;

  /**
   * @param connecting says on its way what it does
   * @param stop ends the run; for Ctrl-C
   */
  PlayStage(Conversation conversation, Connecting connecting, Runnable stop) {
    this.conversation = conversation;
    this.connecting = connecting;
    this.stop = stop;
  }

  @Override
  public Client connect(Target target, Consumer<Notice> listener)
      throws ConnectFailure, TlsFailure {
    try {
      return conversation.prepare(target, listener, connecting);
    } catch (ConnectFailure | TlsFailure e) {
      connecting.failed(e);
      throw e;
    } catch (Conversation.BrokenOff e) {
      stop.run();
      throw ConnectFailure.brokenOff(target.endpoint());
    } finally {
      conversation.onBreak(stop);
    }
  }
}
