package smtpterm.shell;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands at the prompt of a session file that is played, until a key or the time says to go
 * on.
 *
 * @param line the line that is about to be sent, such as {@code EHLO laptop}; empty for none
 * @param delay how long to wait before the line comes into view
 * @param typed whether it appears character by character, as if somebody typed it
 * @param waits whether it stands there until a key is pressed
 */
record Cue(Optional<String> line, Duration delay, boolean typed, boolean waits) {
  /** Between two characters, so that a class can read along: about 14 of them in a second. */
  static final Duration PACE = Duration.ofMillis(70);

  /** A typed line rests so long before it goes, as under the hand of a person. */
  static final Duration REST = Duration.ofMillis(500);

  Cue {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(delay, "delay");
  }

  /** Nothing stands there; a key is waited for. */
  static Cue key() {
    return new Cue(Optional.empty(), Duration.ZERO, false, true);
  }

  /** This line stands there. */
  static Cue line(String line, Duration delay, boolean typed, boolean waits) {
    return new Cue(Optional.of(line), delay, typed, waits);
  }
}
