package smtpterm.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.session.Ending;

/**
 * How a run ended.
 *
 * @param failures in the order in which they were seen; empty when all was well
 * @param lost how the connection ended, where a failure is about that
 * @param noConnection why no connection came about, where a failure is about that: a {@link
 *     smtpterm.wire.ConnectFailure} or a {@link smtpterm.wire.TlsFailure}
 * @param stopped whether somebody broke it off
 * @param sent how many lines of the client were sent, message text included
 * @param unsent how many lines of the client in the file were not sent, or not to their end; a file
 *     to be sent is one of them
 * @param took from beginning to end
 */
public record Outcome(
    List<Failure> failures,
    Optional<Ending> lost,
    Optional<IOException> noConnection,
    boolean stopped,
    long sent,
    long unsent,
    Duration took) {
  /** Copies the list. */
  public Outcome {
    failures = List.copyOf(failures);
    Objects.requireNonNull(lost, "lost");
    Objects.requireNonNull(noConnection, "noConnection");
    Objects.requireNonNull(took, "took");
  }

  /** Whether all was as the file says, to its end. */
  public boolean passed() {
    return failures.isEmpty() && !stopped;
  }

  /** 0 fine, 1 an expectation failed, 3 the file is wrong, 4 no connection or a lost one. */
  public int exitCode() {
    if (any(Failure.Weight.FILE)) {
      return 3;
    }
    if (any(Failure.Weight.CONNECTION) || lost.isPresent()) {
      return 4;
    }
    return failures.isEmpty() ? 0 : 1;
  }

  private boolean any(Failure.Weight weight) {
    return failures.stream().anyMatch(failure -> failure.kind().weight() == weight);
  }
}
