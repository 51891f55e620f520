package smtpterm.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who logs in out of the first answer: {@code AGFubmEAZ2VoZWlt} of PLAIN is anna. */
final class LoginNames {
  /** RFC 2831 section 2.1.2. */
  private static final Pattern DIGEST = Pattern.compile("(?:^|,)\\s*username=\"([^\"\\\\]*)\"");

  /** RFC 5802 section 7: behind the GS2 header. */
  private static final Pattern SCRAM = Pattern.compile("[^,]*,[^,]*,n=([^,]*),.*");

  /** RFC 7628 section 3.1. */
  private static final Pattern BEARER = Pattern.compile("n,a=([^,\1]*),\1.*", Pattern.DOTALL);

  private static final Pattern XOAUTH2 = Pattern.compile("user=([^\1]*)\1.*", Pattern.DOTALL);

  private LoginNames() {}

  /**
   * The name in an answer that is Base64.
   *
   * @param mechanism in upper case
   * @param otherwise what to return when none can be read
   */
  static String in(String mechanism, String answer, String otherwise) {
    return decoded(answer)
        .flatMap(text -> name(mechanism, text))
        .filter(name -> name.codePoints().noneMatch(Character::isISOControl))
        .orElse(otherwise);
  }

  private static Optional<String> name(String mechanism, String text) {
    return switch (mechanism) {
      case "LOGIN", "EXTERNAL" -> Optional.of(text);
      case "PLAIN" -> plain(text);
      case "CRAM-MD5" -> before(text, text.lastIndexOf(' '));
      case "DIGEST-MD5" -> found(DIGEST.matcher(text));
      case "OAUTHBEARER" -> matched(BEARER.matcher(text)).map(LoginNames::unescaped);
      case "XOAUTH2" -> matched(XOAUTH2.matcher(text));
      default ->
          mechanism.startsWith("SCRAM-")
              ? matched(SCRAM.matcher(text)).map(LoginNames::unescaped)
              : Optional.empty();
    };
  }

  /** RFC 4616 section 2: authzid NUL authcid NUL passwd. */
  private static Optional<String> plain(String text) {
    String[] parts = text.split("\0", -1);
    return parts.length == 3 ? Optional.of(parts[1]) : Optional.empty();
  }

  /** RFC 2195 section 2: the name stands before the last blank. */
  private static Optional<String> before(String text, int blank) {
    return blank < 0 ? Optional.empty() : Optional.of(text.substring(0, blank));
  }

  private static Optional<String> found(Matcher matcher) {
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> matched(Matcher matcher) {
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** RFC 5801 section 4. */
  private static String unescaped(String name) {
    return name.replace("=2C", ",").replace("=3D", "=");
  }

  private static Optional<String> decoded(String answer) {
    try {
      byte[] octets = Base64.getDecoder().decode(answer);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
