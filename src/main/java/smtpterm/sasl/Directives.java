package smtpterm.sasl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a DIGEST-MD5 message: {@code realm="a b",qop="auth",nc=00000001} (RFC 2831). */
final class Directives {
  /** A name, and a value that may be quoted; possessive, so that a long line takes no long time. */
  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z0-9-]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^,\"\\s]*+))");

  private Directives() {}

  /** Names, as they were written, to values without their quotes; of equal names the last. */
  static Map<String, String> parse(String message) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = FIELD.matcher(message);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      fields.put(
          matcher.group(1), quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    return fields;
  }
}
