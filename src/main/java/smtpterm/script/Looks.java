package smtpterm.script;

import java.util.regex.Pattern;

/** What a line looks like, whoever is said to have said it. */
final class Looks {
  private static final Pattern REPLY =
      Pattern.compile("(?:[2-5][0-9]{2}(?:[ -].*|$)|\\+OK\\b.*|-ERR\\b.*|\\+(?: .*|$))");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?i)(?:(?:EHLO|HELO|LHLO|AUTH|VRFY|EXPN|BDAT|XCLIENT|XFORWARD|ETRN|USER|PASS|APOP|RETR"
              + "|DELE|TOP)(?: .*)?|MAIL FROM:.*|RCPT TO:.*"
              + "|(?:DATA|QUIT|RSET|NOOP|STARTTLS|STLS|STAT|CAPA|HELP)(?: \\S+)?"
              + "|(?:LIST|UIDL)(?: [0-9]+)?)\\s*");

  private Looks() {}

  static boolean reply(String text) {
    return REPLY.matcher(text).matches();
  }

  static boolean command(String text) {
    return COMMAND.matcher(text).matches();
  }

  /** Whether a client has to say something next that may look like anything. */
  static boolean challenge(String text) {
    return text.startsWith("334") || text.startsWith("+ ") || text.equals("+");
  }
}
