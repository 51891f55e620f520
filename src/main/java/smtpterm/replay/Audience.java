package smtpterm.replay;

import java.util.Optional;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.session.Client;
import smtpterm.session.Notice;
import smtpterm.session.Target;

/**
 * Who watches a run: a screen, a report. Called by the thread that plays, but for {@link #heard}.
 * Whoever only wants some of it overrides that.
 */
public interface Audience {
  /** A connection is being opened. */
  default void connecting(Target target) {}

  /**
   * A connection stands, and nothing was said yet.
   *
   * @param client live until the run is over or opens another one; with {@link Manner#stay()} it
   *     lives on
   */
  default void connected(Target target, Client client) {}

  /**
   * Something happened in the conversation; told by the threads of the client, which must not be
   * called back. Secrets of the run are masked where a server repeats them.
   */
  default void heard(Notice notice) {}

  /** A note of the file is due. */
  default void note(Place at, String text) {}

  /** The player did something that the file does not say by itself. */
  default void remark(Remark remark) {}

  /**
   * A line is about to be sent. May block, to wait for a person or to type slowly.
   *
   * <p>Whoever types a line of their own into the client here waits for its reply, too.
   *
   * @param asSent with everything filled in; secret from {@code secretFrom} on; of {@code @send}
   *     the name of the file
   * @param secretFrom an index, or {@link smtpterm.protocol.Secrecy#NOTHING}
   */
  default void before(Plan.Act act, String asSent, int secretFrom) {}

  /**
   * All replies to this act have come and were compared; of a failure was told before. Called for
   * lines that draw replies, for {@code @send}, and for replies nobody asked for.
   */
  default void replied(Plan.Act act) {}

  /** The file wants to wait for a key here. */
  default void pause() {}

  /**
   * Something was not as the file says.
   *
   * @return whether to go on; of no effect after what is the {@link Failure#last} anyway
   */
  default boolean failed(Failure failure) {
    return false;
  }

  /**
   * A secret that nobody has given yet.
   *
   * @param encrypted whether nobody on the way to the target can read it
   * @return empty when there is no person to ask, or that person gives none; the caller wipes it
   */
  default Optional<char[]> secret(String name, Target target, boolean encrypted) {
    return Optional.empty();
  }
}
