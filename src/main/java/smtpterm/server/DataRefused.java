package smtpterm.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** A directory cannot be the one that keeps the mails: {@code /home/anna}, {@code NOT_OURS}. */
public final class DataRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /** What is wrong with a directory. */
  public enum Why {
    /** It is no directory. */
    NO_DIRECTORY,
    /** There are files in it, and no practice server put them there. */
    NOT_OURS,
    /** Another practice server uses it now. */
    IN_USE,
    /** A file in it is not as a practice server writes it. */
    DAMAGED
  }

  /**
   * @param path the directory, or the damaged file in it
   */
  DataRefused(Why why, Path path) {
    super(why + ": " + path);
    this.why = Objects.requireNonNull(why, "why");
    this.path = path.toString();
  }

  private final String path;

  /** What is wrong. */
  public Why why() {
    return why;
  }

  /** The directory, or the damaged file in it. */
  public String path() {
    return path;
  }
}
