package smtpterm.notation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a line looks like, whoever is said to have said it. All patterns take linear time. */
final class Looks {
  /** Longer lines are text or attacks. */
  private static final int LONGEST = 4096;

  /** Where something of a conversation stands, if it stands in a line. */
  private static final int BEGINNING = 400;

  private static final String MECHANISM = "[A-Za-z0-9_-]{3,20}";
  private static final String RESPONSE =
      "(?:=|[A-Za-z0-9+/]{4,}+={0,2}|<[^<>]*+>|\\S*+\\.\\.\\.|X+|\\*+)";
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?i)(?:(?:EHLO|HELO|LHLO)(?:\\s+[^\\s,;]++)?"
              + "|MAIL\\s+FROM\\s?:.*+|RCPT\\s+TO\\s?:.*+|(?:SEND|SOML|SAML)\\s+FROM:.*+"
              + "|DATA|QUIT|RSET|NOOP|STARTTLS|STLS|STAT|CAPA|TURN|HELP|LIST|UIDL|AUTH"
              + "|(?:VRFY|EXPN|ETRN)\\s+\\S++(?:\\s\\S++){0,2}|(?:HELP|NOOP)\\s+\\S++"
              + "|AUTH\\s+"
              + MECHANISM
              + "(?:\\s+"
              + RESPONSE
              + ")?|BDAT\\s+[0-9]+(?:\\s+LAST)?"
              + "|(?:XCLIENT|XFORWARD)(?:\\s+[A-Z_]+=\\S*+)++"
              + "|USER\\s+\\S++|PASS\\s+\\S++(?:\\s\\S++)?|APOP\\s+\\S++\\s+\\S++"
              + "|(?:LIST|UIDL|RETR|DELE)\\s+[0-9]+|TOP\\s+[0-9]+\\s+[0-9]+)");
  private static final Set<String> VERBS =
      Set.of(
          "EHLO",
          "HELO",
          "LHLO",
          "MAIL",
          "RCPT",
          "DATA",
          "QUIT",
          "RSET",
          "NOOP",
          "STARTTLS",
          "STLS",
          "STAT",
          "CAPA",
          "TURN",
          "HELP",
          "LIST",
          "UIDL",
          "AUTH",
          "VRFY",
          "EXPN",
          "ETRN",
          "BDAT",
          "XCLIENT",
          "XFORWARD",
          "USER",
          "PASS",
          "APOP",
          "RETR",
          "DELE",
          "TOP",
          "SOML",
          "SAML",
          "LAST",
          "BURL",
          "UTF8",
          "LANG");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]++={0,2}");
  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)(?:trying\\b|connected(?: to|\\(|\\b$)|escape character|connection (?:to|closed|reset"
              + "|lost)|connecting|verbind|verbunden|socket\\b|===|\\$ |telnet\\b|nc(?:at)? -?\\S"
              + "|openssl |sleep [0-9.]{1,6}$|gnutls-cli|swaks |curl |depth=|verify |ssl-session|-{3,}|closed$|read:err"
              + "|bash|~|#\\s|c:\\\\).*+");
  private static final Pattern MENTION =
      Pattern.compile(
          "(?i)(?:^|[^\\p{L}\\p{N}.])(?:[2-5][0-5][0-9][ -]\\S|\\+OK\\b|-ERR\\b|(?:EHLO|HELO|LHLO)\\s"
              + "|MAIL FROM\\s?:|RCPT TO\\s?:|(?:DATA|QUIT|RSET|STARTTLS|STAT|CAPA)(?:[^\\p{L}]|$)"
              + "|AUTH [A-Z]|(?:USER|PASS|RETR|DELE) \\S)");
  private static final Pattern PROMPT =
      Pattern.compile("[\\w.-]{1,32}@[\\w.-]{1,64}[:\\s][^\\s$#%]{0,80}[$#%](?:\\s.*+)?");

  private static final Pattern LISTED =
      Pattern.compile("[0-9]{1,9} \\S|[A-Z][A-Za-z-]{1,30}(?::|$)");

  private static final Pattern TYPED = Pattern.compile("[A-Z]{3,9}(?: .*+)?");

  private Looks() {}

  /** {@code XYZZY now}: what may be a command that nobody knows. */
  static boolean typed(String text) {
    return TYPED.matcher(text).matches();
  }

  /** {@code 1 120}, {@code Subject: Tulpen}, {@code UIDL}: how an answer of POP3 may begin. */
  static boolean listed(String text) {
    return LISTED.matcher(text).lookingAt();
  }

  /** {@code 250-SIZE}, {@code 221}, {@code +OK}, {@code -ERR no}, {@code + AmFY}. */
  static boolean reply(String text) {
    return codeLength(text) > 0;
  }

  /** How long the code at the start of a reply is; 0 without one. */
  static int codeLength(String text) {
    if (startsAs(text, "+OK")) {
      return 3;
    } else if (startsAs(text, "-ERR")) {
      return 4;
    } else if (text.equals("+") || (text.startsWith("+ ") && base64(text.substring(2).strip()))) {
      return 1;
    }
    boolean digits =
        text.length() >= 3
            && text.charAt(0) >= '2'
            && text.charAt(0) <= '5'
            && text.charAt(1) >= '0'
            && text.charAt(1) <= '5'
            && Character.digit(text.charAt(2), 10) >= 0
            && text.charAt(2) < 128;
    return digits && (text.length() == 3 || text.charAt(3) == ' ' || text.charAt(3) == '-') ? 3 : 0;
  }

  private static boolean startsAs(String text, String code) {
    return text.startsWith(code)
        && (text.length() == code.length()
            || !Character.isLetterOrDigit(text.charAt(code.length())));
  }

  /** Whether further lines of the same reply must follow, as after {@code 250-SIZE}. */
  static boolean continued(String text) {
    return codeLength(text) == 3 && text.startsWith("-", 3);
  }

  /** A command with the arguments that it takes. */
  static boolean command(String text) {
    return text.length() < LONGEST && COMMAND.matcher(text.strip()).matches();
  }

  /** A line that begins as a command does, whatever follows. */
  static boolean verb(String text) {
    return VERBS.contains(firstWord(text));
  }

  static boolean verbIs(String text, String verb) {
    return firstWord(text).equals(verb);
  }

  static String firstWord(String text) {
    String said = text.strip();
    int end = 0;
    while (end < said.length() && end < 20 && !Character.isWhitespace(said.charAt(end))) {
      end++;
    }
    return said.substring(0, end).toUpperCase(Locale.ROOT);
  }

  static boolean protocol(String text) {
    return reply(text) || command(text);
  }

  static boolean base64(String text) {
    return !text.isEmpty() && BASE64.matcher(text).matches();
  }

  /** A long piece of Base64, which no word of a language is. */
  static boolean longBase64(String text) {
    return text.length() >= 16 && base64(text);
  }

  /** {@code 334 VXNl}, {@code + AmFY}: the client answers with something that is no command. */
  static boolean challenge(String text) {
    return text.startsWith("334") || (text.startsWith("+") && !text.startsWith("+OK"));
  }

  /** Whether something of a conversation stands anywhere in the line. */
  static boolean mentions(String text) {
    return MENTION.matcher(text.substring(0, Math.min(BEGINNING, text.length()))).find();
  }

  /** What terminals and tools say themselves. */
  static boolean noise(String text) {
    String said = text.strip();
    return said.length() < LONGEST
        && (NOISE.matcher(said).matches() || PROMPT.matcher(said).matches());
  }

  /**
   * {@code ...}, {@code [headers and body]}, {@code (message follows)}: something stands for it.
   */
  static boolean placeholder(String text) {
    String said = text.strip();
    return dots(said) || act(said) || (said.startsWith("...") && said.endsWith("..."));
  }

  /** {@code . . .} or {@code …}. */
  static boolean dots(String text) {
    return (text.length() > 1 && text.chars().allMatch(c -> c == '.' || c == ' '))
        || text.equals("…")
        || text.equals("[…]")
        || text.equals("[...]");
  }

  /**
   * {@code <opens connection>}, {@code [TLS]}, {@code (message follows)}, <code>{closes}</code>.
   */
  static boolean act(String text) {
    String said = text.strip();
    return said.length() > 1
        && "<[({".indexOf(said.charAt(0)) >= 0
        && said.charAt(said.length() - 1) == ">])}".charAt("<[({".indexOf(said.charAt(0)));
  }

  /** {@code From: anna@schule.example}, {@code Subject:}. */
  static boolean header(String text) {
    int colon = text.indexOf(':');
    return colon > 1
        && colon < 40
        && text.substring(0, colon).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')
        && Character.isLetter(text.charAt(0));
  }
}
