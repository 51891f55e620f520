package smtpterm.protocol;

import java.util.Set;

/**
 * Which commands may be followed by others before they are answered: {@code MAIL}, {@code RCPT},
 * but not {@code DATA} (RFC 2920 section 3.1, RFC 2449 section 6.6).
 */
public final class Pipelining {
  private static final Set<String> SMTP = Set.of("RSET", "MAIL", "RCPT", "SEND", "SOML", "SAML");

  /** What comes behind these depends on their answer. */
  private static final Set<String> POP3_LAST = Set.of("AUTH", "STLS", "PASS", "APOP", "QUIT");

  private Pipelining() {}

  /** Whether the next line need not wait for the reply to this one. */
  public static boolean mayGoOn(Protocol protocol, LineKind kind, String line) {
    if (kind != LineKind.COMMAND) {
      return false;
    }
    String verb = new Command(line).verb();
    return switch (protocol) {
      case SMTP, LMTP -> SMTP.contains(verb);
      case POP3 -> !POP3_LAST.contains(verb);
      case RAW -> false;
    };
  }

  /** Whether the server said that it can take commands so. */
  public static boolean offered(Capabilities capabilities) {
    return capabilities.offers("PIPELINING");
  }
}
