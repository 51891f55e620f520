package smtpterm.session;

import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.Reply;
import smtpterm.wire.TlsTrouble;

/**
 * How a conversation ended: after 221, after 421, or without a word.
 *
 * @param cause never null
 * @param unfinished what had come of a reply that never became whole
 * @param place where in the conversation it happened; never null
 * @param detail the message of the system for {@link Cause#BROKEN}, else empty
 * @param trouble what was wrong with {@link Cause#TLS}; else empty
 */
public record Ending(
    Cause cause,
    Optional<Reply> unfinished,
    Place place,
    String detail,
    Optional<TlsTrouble> trouble) {
  public Ending {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(unfinished, "unfinished");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(trouble, "trouble");
  }

  /** An end that TLS has nothing to do with. */
  public Ending(Cause cause, Optional<Reply> unfinished, Place place, String detail) {
    this(cause, unfinished, place, detail, Optional.empty());
  }

  /** Whether the connection was lost, instead of ended as agreed or by us. */
  public boolean lost() {
    return cause != Cause.FINISHED && cause != Cause.LEFT;
  }

  /** Who or what ended it. */
  public enum Cause {
    /** QUIT was answered by 221. */
    FINISHED,
    /** The server announced it: 421. */
    SERVICE_CLOSING,
    /** The server closed without a word. */
    SERVER_CLOSED,
    /** The server, or something on the way, reset the connection. */
    RESET,
    /** Another failure of the network. */
    BROKEN,
    /** TLS could not begin, or did not hold. */
    TLS,
    /**
     * An encrypted connection ended in the middle of something. TLS does not tell the server's own
     * end from one that somebody on the way made, so what came is to be taken as cut off.
     */
    TRUNCATED,
    /** This side closed. */
    LEFT
  }

  /** Where it happened, as far as it matters for the mail. */
  public enum Place {
    /** No mail was at stake. */
    ELSEWHERE,
    /** Inside the message text: the mail was not sent. */
    IN_TEXT,
    /**
     * Between the lone dot and its reply: nobody knows whether the mail was accepted (RFC 1047).
     */
    AFTER_DOT
  }
}
