package smtpterm.mail;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A stop on the way of a message, told by one {@code Received} line (RFC 5321 section 4.4).
 *
 * @param stamp what the server wrote
 * @param time when the server got the message; empty where that cannot be read
 * @param after how long after the stop before; negative where a clock is wrong; empty where one of
 *     both times is not known
 */
public record Hop(Stamp stamp, Optional<OffsetDateTime> time, Optional<Duration> after) {
  /** Longer than any check or hand-over takes by itself. */
  static final Duration LONG = Duration.ofMinutes(5);

  public Hop {
    Objects.requireNonNull(stamp, "stamp");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(after, "after");
  }

  /** Whether it took long to get here, or a clock ran backwards. */
  public boolean remarkable() {
    return after.filter(a -> a.isNegative() || a.compareTo(LONG) >= 0).isPresent();
  }

  /**
   * The words of a {@code Received} line, each "" where it is missing.
   *
   * @param from how the computer before called itself
   * @param detail what the server saw of that computer, such as {@code mx.example [192.0.2.7]}
   * @param by the server that wrote the line
   * @param with the protocol, such as {@code ESMTPS}
   * @param raw the whole line
   */
  public record Stamp(String from, String detail, String by, String with, String raw) {
    public Stamp {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(detail, "detail");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(with, "with");
      Objects.requireNonNull(raw, "raw");
    }

    /** Whether it says who gave the message to whom, or at least one of both. */
    public boolean readable() {
      return !from.isEmpty() || !by.isEmpty();
    }
  }
}
