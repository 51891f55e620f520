package smtpterm.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * POP3's APOP: MD5 of the time stamp in the greeting and the password, such as {@code APOP mrose
 * c4c9334bac560ecc979e58001b3e22fb} (RFC 1939 section 7).
 */
public final class Apop {
  /**
   * A stamp in the form of a message-id. Whoever sits in the way could take the password apart
   * letter by letter with stamps of any other form (CVE-2007-1558).
   */
  private static final Pattern STAMP =
      Pattern.compile("<[!-~&&[^<>@]]{1,250}@[!-~&&[^<>@]]{1,250}>");

  private Apop() {}

  /** The stamp in a greeting such as {@code +OK ready <1896.697170952@dbc.mtview.ca.us>}. */
  public static Optional<String> stamp(String greeting) {
    Matcher matcher = STAMP.matcher(greeting);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** The command that logs in. */
  public static String line(String user, String stamp, char[] password) {
    return "APOP " + user + " " + digest(stamp, password);
  }

  /** Thirty-two hex digits in lower case. */
  static String digest(String stamp, char[] password) {
    Passphrase secret = new Passphrase(password);
    byte[] octets = secret.utf8();
    byte[] before = stamp.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(before, before.length + octets.length);
    System.arraycopy(octets, 0, both, before.length, octets.length);
    String digest = Hex.encodeHexString(DigestUtils.md5(both));
    secret.wipe();
    Arrays.fill(octets, (byte) 0);
    Arrays.fill(both, (byte) 0);
    return digest;
  }
}
