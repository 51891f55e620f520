package smtpterm.wire;

import java.util.Objects;

/** A file with certificates or a key that cannot be used; {@link #problem} says why. */
public final class BadPem extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Problem {
    /** It is not there, or may not be read; the message is the system's. */
    UNREADABLE,
    /** No {@code -----BEGIN CERTIFICATE-----} in it. */
    NO_CERTIFICATE,
    /** No {@code -----BEGIN PRIVATE KEY-----} or the like in it. */
    NO_KEY,
    /** The key is locked by a passphrase. */
    ENCRYPTED_KEY,
    /** What stands between the marks cannot be understood. */
    DAMAGED,
    /** The key is not the one of the certificate. */
    KEY_OF_ANOTHER
  }

  private final Problem problem;
  private final String file;

  BadPem(Problem problem, String file, String detail) {
    super(detail);
    this.problem = Objects.requireNonNull(problem, "problem");
    this.file = Objects.requireNonNull(file, "file");
  }

  /** What is wrong; never null. */
  public Problem problem() {
    return problem;
  }

  /** The file, as it was named; never null. */
  public String file() {
    return file;
  }
}
