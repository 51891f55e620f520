package smtpterm.sasl;

import java.util.Objects;

/**
 * What a server does after an answer: asks {@code UGFzc3dvcmQ6}, accepts anna, or refuses.
 *
 * @param outcome never null
 * @param text the question in Base64 for {@link Outcome#ASK}, perhaps empty; the account's name for
 *     {@link Outcome#ACCEPT}; else empty
 */
public record LoginStep(Outcome outcome, String text) {
  public LoginStep {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(text, "text");
  }

  static LoginStep of(Outcome outcome) {
    return new LoginStep(outcome, "");
  }

  /** What can come of an answer. All but the first end the login. */
  public enum Outcome {
    /** One more answer is needed. */
    ASK,
    /** Logged in. */
    ACCEPT,
    /** Logged in as a guest, who has no name and no mailbox (ANONYMOUS). */
    GUEST,
    /** User name or password wrong, or not in the shape that the mechanism wants. */
    WRONG,
    /** The answer was not Base64. */
    NOT_BASE64,
    /** An answer came on the AUTH line, but the server speaks first (RFC 4954 section 4: 501). */
    NO_INITIAL_RESPONSE,
    /** The client sent {@code *}. */
    CANCELLED
  }
}
