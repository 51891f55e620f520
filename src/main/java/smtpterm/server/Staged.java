package smtpterm.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;

/**
 * An utterance with its stage direction: {@code 421 …} after ten seconds, then the curtain.
 *
 * @param words what is said
 * @param delay how long to wait before, zero or more
 * @param then what happens behind it
 */
record Staged(Utterance words, Duration delay, Then then) implements Utterance {
  Staged {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(then, "then");
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay: " + delay);
    }
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    words.writeTo(out);
  }
}
