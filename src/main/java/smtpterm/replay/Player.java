package smtpterm.replay;

import java.util.Objects;
import smtpterm.script.Plan;

/**
 * Plays the client of a plan against a server: {@code C: EHLO me} is sent, {@code S: 250} awaited.
 * For one run.
 */
public final class Player {
  /** Prepares; nothing happens yet. */
  public Player(Plan plan, Stage stage, Audience audience, Manner manner) {
    Objects.requireNonNull(plan, "plan");
  }

  /** Plays to the end, to the first failure after which nobody wants to go on, or until stopped. */
  public Outcome play() {
    throw new UnsupportedOperationException();
  }

  /** Ends the run from another thread: closes the connection without a word. */
  public void stop() {}
}
