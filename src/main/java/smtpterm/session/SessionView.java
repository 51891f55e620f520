package smtpterm.session;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Secrecy;

/**
 * A conversation at one moment, for those who only look: prompt, completion, hint, status line.
 *
 * @param progress what both sides know; never null
 * @param next what a line typed now would be; never null
 * @param waiting what is asked and not yet answered, oldest first
 * @param waitingSince when the oldest of these was sent, in the nanoseconds of {@link
 *     System#nanoTime}; without meaning when nothing is waiting
 * @param lastTook how long the last reply took, if one came
 * @param ending how it ended, if it has
 */
public record SessionView(
    Progress progress,
    LineKind next,
    List<Asked> waiting,
    long waitingSince,
    Optional<Duration> lastTook,
    Optional<Ending> ending) {
  public SessionView {
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(next, "next");
    waiting = List.copyOf(waiting);
    Objects.requireNonNull(lastTook, "lastTook");
    Objects.requireNonNull(ending, "ending");
  }

  /** Whether lines can still be sent. */
  public boolean open() {
    return ending.isEmpty() && progress.phase() != Phase.CLOSED;
  }

  /** Whether it is the server's turn: something is asked, and nothing is missing to answer it. */
  public boolean serversTurn() {
    return !waiting.isEmpty() && progress.transaction().chunk().isEmpty();
  }

  /** From which index on this line, were it sent now, is a secret, or {@link Secrecy#NOTHING}. */
  public int secretFrom(String line) {
    return Secrecy.from(progress, next, line);
  }
}
