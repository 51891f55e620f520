package smtpterm.session;

import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.Reply;

/**
 * How a conversation ended: after 221, after 421, or without a word.
 *
 * @param cause never null
 * @param unfinished what had come of a reply that never became whole
 * @param place where in the conversation it happened; never null
 * @param detail the message of the system for {@link Cause#BROKEN}, else empty
 */
public record Ending(Cause cause, Optional<Reply> unfinished, Place place, String detail) {
  public Ending {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(unfinished, "unfinished");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(detail, "detail");
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
