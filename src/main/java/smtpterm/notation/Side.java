package smtpterm.notation;

/** Who says a line. */
public enum Side {
  /** Whoever gives the commands. */
  CLIENT,
  /** Whoever gives the replies. */
  SERVER
}
