package smtpterm.server;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads {@code anna@kolleg.de} out of its brackets (RFC 5321 sections 4.1.2 and 4.1.3). */
final class PathParser {
  private static final String SPECIAL_ATEXT = "!#$%&'*+-/=?^_`{|}~";
  private static final Pattern LABEL =
      Pattern.compile(
          "[A-Za-z0-9\\x{A0}-\\x{10FFFF}]"
              + "(?:[-A-Za-z0-9\\x{A0}-\\x{10FFFF}]{0,61}[A-Za-z0-9\\x{A0}-\\x{10FFFF}])?");
  private static final Pattern LITERAL =
      Pattern.compile("\\[(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|IPv6:[0-9A-Fa-f:.]{2,45})\\]");

  // RFC 5321 section 4.5.3.1, in octets
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_DOMAIN = 255;
  private static final int LONGEST_PATH = 254;

  private final String enhanced;

  private PathParser(String enhanced) {
    this.enhanced = enhanced;
  }

  /** For MAIL: what is wrong is the sender's address (RFC 3463 section 3.2). */
  static PathParser reversePath() {
    return new PathParser("5.1.7");
  }

  /** For RCPT: what is wrong is the recipient's address. */
  static PathParser forwardPath() {
    return new PathParser("5.1.3");
  }

  /**
   * The address in {@code inner}, which stood between the brackets and is not empty.
   *
   * @throws Refusal with 501 when it is not an address
   */
  Path parse(String inner) throws Refusal {
    String text = withoutRoute(inner);
    int at = localPartEnd(text);
    if (at == 0) {
      throw wrong("the part before the @ is missing");
    }
    if (at == text.length()) {
      throw wrong("the @ and the domain are missing");
    }
    if (text.charAt(at) != '@') {
      throw wrong("unexpected character before the @");
    }
    String localPart = text.substring(0, at);
    String domain = text.substring(at + 1);
    checkDomain(domain);
    if (octets(localPart) > LONGEST_LOCAL_PART
        || octets(domain) > LONGEST_DOMAIN
        || octets(text) > LONGEST_PATH) {
      throw wrong("too long");
    }
    return new Path(text, unquoted(localPart), domain);
  }

  Refusal wrong(String reason) {
    return new Refusal(Answer.of(501, enhanced, "Bad address: " + reason));
  }

  /** Whether this can be the name of a computer; RFC 5321 section 4.1.2. */
  static boolean domain(String text) {
    if (LITERAL.matcher(text).matches()) {
      return true;
    }
    for (String label : text.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }

  /** RFC 5321 appendix C: a source route, {@code @a,@b:}, is read and left out. */
  private String withoutRoute(String inner) throws Refusal {
    if (!inner.startsWith("@")) {
      return inner;
    }
    int colon = inner.indexOf(':');
    if (colon < 0) {
      throw wrong("the part before the @ is missing");
    }
    for (String hop : inner.substring(0, colon).split(",", -1)) {
      if (!hop.startsWith("@")) {
        throw wrong("not a source route");
      }
      checkDomain(hop.substring(1));
    }
    return inner.substring(colon + 1);
  }

  private void checkDomain(String domain) throws Refusal {
    if (domain.isEmpty()) {
      throw wrong("the domain behind the @ is missing");
    }
    if (domain.indexOf('@') >= 0) {
      throw wrong("more than one @");
    }
    if (!domain(domain)) {
      throw wrong("the domain behind the @ cannot be one");
    }
  }

  /** The index behind the local part; 0 when there is none. */
  private int localPartEnd(String text) throws Refusal {
    if (text.startsWith("\"")) {
      return quotedEnd(text);
    }
    int i = 0;
    while (i < text.length() && (atext(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    String localPart = text.substring(0, i);
    if (localPart.startsWith(".") || localPart.endsWith(".") || localPart.contains("..")) {
      throw wrong("a dot in the wrong place");
    }
    return i;
  }

  private int quotedEnd(String text) throws Refusal {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c == '\\') {
        i++;
      }
      if (c < ' ' || c == 0x7F) {
        throw wrong("a control character");
      }
    }
    throw wrong("a quotation mark is missing");
  }

  private static boolean atext(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || SPECIAL_ATEXT.indexOf(c) >= 0
        // RFC 6531 section 3.3; whether such an address is allowed is decided by its caller
        || c >= 0xA0;
  }

  private static String unquoted(String localPart) {
    return localPart.startsWith("\"")
        ? localPart.substring(1, localPart.length() - 1).replaceAll("\\\\(.)", "$1")
        : localPart;
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
