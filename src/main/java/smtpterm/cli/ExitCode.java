package smtpterm.cli;

/** What the program tells its caller at the end. */
final class ExitCode {
  static final int FINE = 0;

  /**
   * A reply was a refusal, or the input ended inside message text; nothing is known about a word to
   * explain, or what was to be decoded is no Base64.
   */
  static final int REFUSED = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /** A session file is malformed, or holds no conversation. */
  static final int MALFORMED = 3;

  /** No connection, or it was lost. */
  static final int CONNECTION = 4;

  /** A defect of smtpterm. */
  static final int DEFECT = 70;

  /** Ctrl-C, as shells have it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
