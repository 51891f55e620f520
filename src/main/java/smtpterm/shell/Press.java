package smtpterm.shell;

/** What a key means while a session file is played. */
enum Press {
  /** Enter, Space, Page Down: the next thing; also when the time of a {@link Cue} is up. */
  NEXT,
  /** {@code t}: a line of one's own. */
  TYPE,
  /** {@code r}: to the end without waiting. */
  RUN,
  /** {@code q}, Ctrl-C: no more of the file; the connection stays. */
  STOP,
  /** Ctrl-D, or the end of the terminal: away from here. */
  LEAVE
}
