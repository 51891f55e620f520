package smtpterm.server;

import java.util.Optional;
import smtpterm.wire.Line;

/**
 * The server's side of the conversation with one client: {@code EHLO laptop} goes in, {@code
 * 250-mail.kolleg.de greets laptop …} comes out.
 *
 * <p>Has no socket, no thread and no clock of its own, so its tests are tables. {@link Visit} calls
 * it for one thread at a time.
 */
interface Dialogue {
  /** What the server says first. */
  Utterance greeting();

  /** Takes the client's next line; nothing is answered to a line of message text. */
  Optional<Utterance> received(Line line);

  /**
   * How many octets come next that are no lines, such as the 86 behind {@code BDAT 86} (RFC 3030
   * section 2); 0 when a line is due.
   */
  default long octetsDue() {
    return 0;
  }

  /**
   * Takes octets that were due, as many as have come: the first {@code length} of these, at least
   * one and at most {@link #octetsDue}.
   */
  default Optional<Utterance> received(byte[] octets, int length) {
    throw new IllegalStateException("lines only");
  }

  /**
   * What the server says now though nobody asked for it, such as 421 when it has to close (RFC 5321
   * section 3.8); called behind each utterance until there is nothing.
   */
  default Optional<Utterance> unasked() {
    return Optional.empty();
  }

  /** Whether the server has said good-bye. */
  boolean over();

  /** The client is gone: what is unfinished is thrown away, and what was locked is free again. */
  void abandon();

  /**
   * The connection is encrypted from here on: all that was learnt before is forgotten, because
   * anybody on the way could have said it (RFC 3207 section 4.2, RFC 2595 section 4).
   */
  void secured();

  /** What is said to a client who was silent for too long; the connection is closed then. */
  Utterance tooSlow();

  /** What is said when the server is closing. */
  Utterance closing();
}
