package smtpterm.wire;

import java.util.Objects;

/**
 * One line from the wire, such as {@code 250 ok} ended by CR LF.
 *
 * @param text the line without its ending, octets kept as {@link LosslessUtf8} does; never null
 * @param ending what ended it; never null
 * @param dropped octets that came beyond the limit and were thrown away, 0 or more
 */
public record Line(String text, Ending ending, long dropped) {
  public Line {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(ending, "ending");
    if (dropped < 0) {
      throw new IllegalArgumentException("dropped: " + dropped);
    }
  }

  /** What stood behind the line. */
  public enum Ending {
    /** CR LF, as RFC 5321 section 2.3.8 wants it. */
    CRLF,
    /** A bare LF: tolerated, and named. */
    LF,
    /** Nothing: the connection ended in the middle of the line. */
    NONE
  }
}
