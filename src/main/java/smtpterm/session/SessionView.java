package smtpterm.session;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Patience;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Secrecy;
import smtpterm.wire.TlsInfo;

/**
 * A conversation at one moment, for those who only look: prompt, completion, hint, status line.
 *
 * @param progress what both sides know; never null
 * @param next what a line typed now would be; never null
 * @param waiting what is asked and not yet answered, oldest first
 * @param waitingSince when the oldest of these was sent, in the nanoseconds of {@link
 *     System#nanoTime}; without meaning when nothing is waiting
 * @param lastTook how long the last reply took, if one came
 * @param tls how the connection is encrypted; empty while it is not
 * @param securing whether TLS is about to begin: since {@code waitingSince}
 * @param ending how it ended, if it has
 */
public record SessionView(
    Progress progress,
    LineKind next,
    List<Asked> waiting,
    long waitingSince,
    Optional<Duration> lastTook,
    Optional<TlsInfo> tls,
    boolean securing,
    Optional<Ending> ending) {
  public SessionView {
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(next, "next");
    waiting = List.copyOf(waiting);
    Objects.requireNonNull(lastTook, "lastTook");
    Objects.requireNonNull(tls, "tls");
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

  /** How long a server may take for what is asked now. */
  public Duration patience() {
    return waiting.stream().findFirst().map(Patience::with).orElse(Patience.USUAL);
  }

  /** From which index on this line, were it sent now, is a secret, or {@link Secrecy#NOTHING}. */
  public int secretFrom(String line) {
    return Secrecy.from(progress, next, line);
  }
}
