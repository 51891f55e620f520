package smtpterm.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first words that make a line a command of SMTP or LMTP, such as {@code RCPT}. */
final class Verbs {
  /** Those met most often come first: of two words that are equally near, the first is meant. */
  static final List<String> SMTP =
      List.of(
          "EHLO",
          "HELO",
          "MAIL",
          "RCPT",
          "DATA",
          "QUIT",
          "RSET",
          "NOOP",
          "VRFY",
          "EXPN",
          "HELP",
          "AUTH",
          "STARTTLS",
          "BDAT",
          "BURL",
          "ETRN",
          "ATRN",
          "XCLIENT",
          "XFORWARD",
          "VERB",
          "ONEX",
          "SEND",
          "SOML",
          "SAML",
          "TURN",
          "LHLO");

  /** Commands of POP3 that SMTP does not have (RFC 1939, RFC 2449, RFC 2595). */
  static final Set<String> POP3 =
      Set.of("USER", "PASS", "STAT", "LIST", "RETR", "DELE", "UIDL", "APOP", "TOP", "CAPA", "STLS");

  /** Worth a guess only: the old ones are hardly ever meant, and look like plain words. */
  private static final List<String> MEANT = SMTP.subList(0, 18);

  private Verbs() {}

  /** Whether it is a command, or may be: private ones begin with X, offered ones are no secret. */
  static boolean known(Capabilities capabilities, String verb) {
    return SMTP.contains(verb) || (capabilities.offers(verb) && !verb.isEmpty());
  }

  /** Whether letters typed behind it can still make a command of it. */
  static boolean begins(Capabilities capabilities, String verb) {
    return SMTP.stream().anyMatch(v -> v.startsWith(verb))
        || capabilities.keywords().keySet().stream().anyMatch(k -> k.startsWith(verb));
  }

  /** The command that was probably meant. */
  static Optional<String> near(String verb) {
    return Spelling.nearest(verb, MEANT);
  }
}
