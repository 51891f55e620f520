package smtpterm.report;

import java.util.Locale;

/** How a session file fared. */
public enum Verdict {
  /** All came as the file says. */
  PASSED,
  /** Something did not come as the file says. */
  FAILED,
  /** The file could not be read, or is no session file. */
  MALFORMED,
  /** There was no connection, or it was lost. */
  LOST,
  /** The run was broken off before this file was through. */
  UNFINISHED;

  /** As programs read it, such as {@code passed}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
