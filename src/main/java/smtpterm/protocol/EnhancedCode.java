package smtpterm.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced status code, such as {@code 5.7.8} (RFC 3463 section 2).
 *
 * @param status class: 2, 4 or 5
 * @param subject 0 to 999
 * @param detail 0 to 999
 */
public record EnhancedCode(int status, int subject, int detail) {
  private static final Pattern SHAPE =
      Pattern.compile("([245])\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})(?= |$)");

  public EnhancedCode {
    if (status != 2 && status != 4 && status != 5) {
      throw new IllegalArgumentException("class: " + status);
    }
    if (subject < 0 || subject > 999 || detail < 0 || detail > 999) {
      throw new IllegalArgumentException("subject or detail: " + subject + "." + detail);
    }
  }

  /** The code that the text of a reply starts with, if it starts with one. */
  public static Optional<EnhancedCode> atStartOf(String text) {
    Matcher m = SHAPE.matcher(text);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    return Optional.of(
        new EnhancedCode(
            Integer.parseInt(m.group(1)),
            Integer.parseInt(m.group(2)),
            Integer.parseInt(m.group(3))));
  }

  @Override
  public String toString() {
    return status + "." + subject + "." + detail;
  }
}
