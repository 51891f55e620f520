package smtpterm.protocol;

import java.util.Locale;
import java.util.Set;

/**
 * Which lines may go over a connection that is not encrypted, for a user who wants no login and no
 * mail to: {@code EHLO me} may, {@code AUTH PLAIN} may not.
 */
public final class InTheClear {
  /** Logins and mail (RFC 3207 section 4: without TLS a client may decide to send neither). */
  private static final Set<String> NOT_WITH_SMTP =
      Set.of("AUTH", "MAIL", "RCPT", "DATA", "BDAT", "SEND", "SOML", "SAML");

  /** All that RFC 2595 section 4 and RFC 6856 leave to say before a login. */
  private static final Set<String> WITH_POP3 =
      Set.of("CAPA", "STLS", "QUIT", "NOOP", "LANG", "UTF8", "IMPLEMENTATION");

  private InTheClear() {}

  /** Whether this line, which is of that kind, tells nothing that is to be kept from others. */
  public static boolean harmless(Protocol protocol, LineKind kind, String line) {
    if (kind != LineKind.COMMAND || protocol == Protocol.RAW) {
      return false;
    }
    // Servers overlook blanks in front.
    String verb = new Command(line.strip()).verb().toUpperCase(Locale.ROOT);
    return protocol == Protocol.POP3
        ? verb.isEmpty() || WITH_POP3.contains(verb)
        : !NOT_WITH_SMTP.contains(verb);
  }
}
