package smtpterm.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has tried before: a client, a sender and a recipient that are new have to come back {@link
 * #PAUSE} later (RFC 6647 section 2). Safe for several threads.
 */
final class Greylist {
  /** Long enough to be noticed, short enough for a lesson; real servers want some minutes. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  /** More than this no class can ask for; the oldest are forgotten. */
  private static final int MOST = 10_000;

  private final Clock clock;
  private final Map<List<String>, Instant> firstSeen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Instant> eldest) {
          return size() > MOST;
        }
      };

  Greylist(Clock clock) {
    this.clock = clock;
  }

  /** How long these three still have to wait; zero when they may pass. */
  synchronized Duration left(String client, String sender, String recipient) {
    Instant now = clock.instant();
    Instant first = firstSeen.computeIfAbsent(List.of(client, sender, recipient), k -> now);
    Duration pause = Duration.between(now, first.plus(PAUSE));
    return pause.isNegative() ? Duration.ZERO : pause;
  }
}
