package smtpterm.protocol;

/** What a line of the client is. What was really said before decides it, not its looks. */
public enum LineKind {
  /** {@code MAIL FROM:<a@b>}, or whatever stands where a command is due. */
  COMMAND,
  /** An answer to a challenge, such as {@code YW5uYQ==} after 334. */
  ANSWER,
  /** A line of the message text, after 354 and until the lone dot. */
  TEXT
}
