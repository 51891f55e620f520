package smtpterm.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * What the server says at once, such as {@code 250 2.1.0 Ok}: one reply, or the many lines of a
 * mail that is fetched.
 */
interface Utterance {
  /** Not a word. */
  Utterance SILENCE = out -> {};

  /**
   * Says it: whole lines with CR LF. A big one is written piece by piece, so it needs no memory.
   *
   * @throws IOException when the client is gone
   */
  void writeTo(OutputStream out) throws IOException;

  /** How long to wait before it is said; what comes behind waits as well. */
  default Duration delay() {
    return Duration.ZERO;
  }

  /** What happens to the connection when it has been said. */
  default Then then() {
    return Then.GO_ON;
  }

  /** The same, said after some time. */
  default Utterance after(Duration time) {
    return new Staged(this, time, then());
  }

  /** The same, and this happens when it has been said. */
  default Utterance followedBy(Then next) {
    return new Staged(this, delay(), next);
  }

  /** What happens to the connection behind an utterance. */
  enum Then {
    /** The client may say something. */
    GO_ON,
    /** The TLS handshake; what came before it behind the command is thrown away unread. */
    TLS,
    /** The server closes. */
    CLOSE,
    /** The server breaks the connection off, as a crashing one would. */
    DROP
  }
}
