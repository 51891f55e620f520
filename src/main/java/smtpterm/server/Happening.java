package smtpterm.server;

import java.util.Objects;

/**
 * Something that a client or the server did: {@code C: MAIL FROM:<anna@kolleg.de>}.
 *
 * @param guest who did it, or to whom it was done, as it stood then
 * @param kind what it was
 * @param text a line, or the first of several, without its ending and cut where it is too long;
 *     written by a stranger, so it must be made harmless before it is shown
 * @param secretFrom from which index on the text is a secret, or {@link
 *     smtpterm.protocol.Secrecy#NOTHING}
 * @param lines how many lines it had, the one in {@code text} included
 */
public record Happening(Guest guest, Kind kind, String text, int secretFrom, long lines) {
  /** Characters that are kept of a line. */
  static final int LONGEST = 400;

  public Happening {
    Objects.requireNonNull(guest, "guest");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }

  /** What can happen. */
  public enum Kind {
    /** A client came in. */
    CAME,
    /** The client said a line that is no message text. */
    CLIENT,
    /** The client ended a message text, which had so many lines. */
    TEXT,
    /** The server answered. */
    SERVER,
    /** From here on TLS is spoken. */
    ENCRYPTED,
    /** TLS was wanted and did not come about; the text says why. */
    NO_HANDSHAKE,
    /** The client was not let in; the text is what it was told. */
    TURNED_AWAY,
    /** The client is gone. */
    LEFT
  }
}
