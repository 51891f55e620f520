package smtpterm.server;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code BDAT 86 LAST} announces (RFC 3030 section 2).
 *
 * @param size how many octets follow the line, 0 or more
 * @param last whether the mail is complete with them
 */
record Chunk(long size, boolean last) {
  private static final Pattern ARGUMENT = Pattern.compile("(?i)([0-9]{1,20})(?: +(LAST))?");

  /** The chunk that this argument of BDAT announces, or nothing when it announces none. */
  static Optional<Chunk> parse(String argument) {
    Matcher matcher = ARGUMENT.matcher(argument);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    // 20 digits are more than a long can hold, and more than anybody can send.
    BigInteger size = new BigInteger(matcher.group(1)).min(BigInteger.valueOf(Long.MAX_VALUE));
    return Optional.of(new Chunk(size.longValueExact(), matcher.group(2) != null));
  }
}
