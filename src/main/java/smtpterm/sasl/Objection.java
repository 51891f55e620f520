package smtpterm.sasl;

import java.util.Objects;

/**
 * Why a client does not go on with a login: the server asks for 1 iteration of its hash.
 *
 * @param reason never null
 * @param detail what the server said, as far as it helps; perhaps empty, and not made harmless
 */
public record Objection(Reason reason, String detail) {
  public Objection {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
  }

  /** What can be wrong with a server. */
  public enum Reason {
    /** The challenge is not Base64. */
    NOT_BASE64,
    /** The challenge is longer than 64 KiB. */
    TOO_LONG,
    /** More challenges than any mechanism has. */
    TOO_MANY,
    /** A challenge where the mechanism has nothing more to say. */
    UNEXPECTED,
    /** The challenge has not the form that the mechanism wants. */
    MALFORMED,
    /** The nonce does not begin with ours, or adds nothing to it (RFC 5802 section 5.1). */
    FOREIGN_NONCE,
    /** So few iterations would let anyone guess the password from the proof; detail: how many. */
    TOO_FEW_ITERATIONS,
    /** So many iterations would keep this computer busy; detail: how many. */
    TOO_MANY_ITERATIONS,
    /** The salt is no Base64, empty or far too long. */
    SALT,
    /** The server's proof is wrong: it does not know the password. */
    SIGNATURE,
    /** The server gives a reason of its own; detail: which. */
    SERVER_ERROR,
    /** The server says yes, but has not proved that it knows the password. */
    UNVERIFIED,
    /** The password holds characters that the mechanism forbids. */
    PASSWORD
  }
}
