package smtpterm.server;

import java.util.Objects;

/** An account that cannot be, such as {@code anna} without a password in line 3 of a list. */
public final class BadAccount extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String culprit;
  private final int line;

  /** What is wrong with it. */
  public enum Problem {
    /** There is no colon between name and password. */
    NO_COLON,
    /** The name is not made of letters, digits, and single dots, hyphens and underlines inside. */
    NAME,
    /** The server needs this name for itself. */
    RESERVED,
    /** There is one of that name already. */
    TWICE,
    /** There are {@link AccountList#MOST} already. */
    TOO_MANY,
    /** The password is empty, too long or holds a character that cannot be typed. */
    PASSWORD
  }

  /**
   * @param culprit the name, or the line as far as it tells no password
   * @param line where it stands in a list, counted from 1; 0 where it stands alone
   */
  BadAccount(Problem problem, String culprit, int line) {
    super(problem + " " + culprit);
    this.problem = Objects.requireNonNull(problem, "problem");
    this.culprit = Objects.requireNonNull(culprit, "culprit");
    this.line = line;
  }

  public Problem problem() {
    return problem;
  }

  /** The name, or the line as far as it tells no password. */
  public String culprit() {
    return culprit;
  }

  /** Where it stands in a list, counted from 1; 0 where it stands alone. */
  public int line() {
    return line;
  }
}
