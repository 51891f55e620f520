package smtpterm.replay;

import java.util.function.Consumer;
import smtpterm.session.Client;
import smtpterm.session.Notice;
import smtpterm.session.Target;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.TlsFailure;

/** Where the connections of a run come from, such as one to {@code localhost:2525}. */
@FunctionalInterface
public interface Stage {
  /**
   * Connects, encrypted at once where the target says so.
   *
   * @param target where to
   * @param listener what the client has to tell everything
   * @return a client that is not started yet: the player does that, after it has told its audience
   */
  Client connect(Target target, Consumer<Notice> listener) throws ConnectFailure, TlsFailure;
}
