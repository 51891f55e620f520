package smtpterm.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a message that BDAT announces: {@code BDAT 86 LAST} (RFC 3030 section 2).
 *
 * @param octets how many are still due; 0 to 2^63-1
 * @param last whether the message ends with it
 */
public record Chunk(long octets, boolean last) {
  private static final Pattern BDAT = Pattern.compile("(?i)BDAT +([0-9]{1,18})( +LAST)? *");

  /** What this line announces; empty for any other command, and for a BDAT that is no such. */
  public static Optional<Chunk> announced(String line) {
    Matcher bdat = BDAT.matcher(line);
    return bdat.matches()
        ? Optional.of(new Chunk(Long.parseLong(bdat.group(1)), bdat.group(2) != null))
        : Optional.empty();
  }

  /** What is due when this line and its CR LF are sent; below 0 when they are more than was due. */
  public long after(String line) {
    return octets - octetsOf(line) - 2;
  }

  /**
   * The octets of a text on the wire: UTF-8, and one for each octet that was none, which stands as
   * a lone surrogate.
   */
  public static long octetsOf(String text) {
    long octets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        octets++;
      } else if (c < 0x800) {
        octets += 2;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        octets += 4;
        i++;
      } else {
        octets += Character.isSurrogate(c) ? 1 : 3;
      }
    }
    return octets;
  }
}
