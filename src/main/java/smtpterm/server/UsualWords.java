package smtpterm.server;

import java.util.Map;
import java.util.Optional;

/**
 * What a server says where neither the script nor the practice server has words: {@code 250 2.1.5
 * Ok} to RCPT, {@code +OK message follows} to RETR.
 */
final class UsualWords {
  /** What SMTP calls the greeting and the dot here, which have no verb. */
  static final String GREETING = "";

  static final String DOT = ".";

  private static final Map<String, String> GOOD =
      Map.of(
          "STARTTLS",
          "220",
          "QUIT",
          "221",
          "AUTH",
          "235",
          "HELP",
          "214",
          "VRFY",
          "252",
          GREETING,
          "220");
  private static final Map<String, String> LATER =
      Map.of("RCPT", "450", "AUTH", "454", "STARTTLS", "454");
  private static final Map<String, String> NEVER =
      Map.of(
          "RCPT", "550", "MAIL", "550", "VRFY", "550", "EXPN", "550", "AUTH", "535", "DATA", "554",
          DOT, "554", GREETING, "554");

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("211", "The server is well"),
          Map.entry("214", "There is no more help"),
          Map.entry("220", "2.0.0 Ready to start TLS"),
          Map.entry("221", "2.0.0 Bye"),
          Map.entry("235", "2.7.0 Authentication successful"),
          Map.entry("251", "2.1.5 User not local, will forward"),
          Map.entry("252", "2.1.5 Cannot verify, but will take the mail and try"),
          Map.entry("354", "End data with <CR><LF>.<CR><LF>"));

  private static final Map<String, String> OK =
      Map.of(
          "MAIL",
          "2.1.0 Ok",
          "RCPT",
          "2.1.5 Ok",
          DOT,
          "2.0.0 Ok: queued as S0001",
          "BDAT",
          "2.0.0 Ok",
          "EHLO",
          "Hello",
          "LHLO",
          "Hello",
          "HELO",
          "Hello");

  private static final Map<String, String> POP3 =
      Map.ofEntries(
          Map.entry("USER", "now PASS"),
          Map.entry("STAT", "2 640"),
          Map.entry("LIST", "1 320"),
          Map.entry("UIDL", "1 s0001"),
          Map.entry("RETR", "320 octets"),
          Map.entry("TOP", "the top follows"),
          Map.entry("DELE", "message deleted"),
          Map.entry("STLS", "begin the TLS handshake"),
          Map.entry("CAPA", "this server can"),
          Map.entry("QUIT", "bye"));

  private UsualWords() {}

  /** The code of SMTP that fits a class, 2 to 5, as an answer to this. */
  static String code(char replyClass, String verb) {
    return switch (replyClass) {
      case '2' -> GOOD.getOrDefault(verb, "250");
      case '3' -> verb.equals("AUTH") ? "334" : "354";
      case '4' -> LATER.getOrDefault(verb, "451");
      default -> NEVER.getOrDefault(verb, "500");
    };
  }

  /** The words behind a code, as an answer to this; perhaps none. */
  static String text(String code, String verb) {
    return switch (code) {
      case "+OK" -> POP3.getOrDefault(verb, "as you like");
      case "-ERR" ->
          verb.equals("PASS") || verb.equals("APOP") || verb.equals("AUTH")
              ? "[AUTH] user name or password wrong"
              : "not possible";
      case "+", "334" -> "";
      case "250" -> OK.getOrDefault(verb, "2.0.0 Ok");
      default ->
          code.charAt(0) == '2' || code.charAt(0) == '3'
              ? TEXTS.getOrDefault(code, code.charAt(0) == '2' ? "2.0.0 Ok" : "Go on")
              : refusal(CodeTexts.usual(Integer.parseInt(code)));
    };
  }

  /** The words behind a code and an enhanced code, such as {@code 5.1.1 No such mailbox here}. */
  static String enhanced(String code, String enhanced) {
    boolean agree = code.charAt(0) == enhanced.charAt(0);
    return agree && !code.startsWith("2") && !code.startsWith("3")
        ? refusal(CodeTexts.with(Integer.parseInt(code), enhanced))
        : enhanced + " Ok";
  }

  private static String refusal(Answer answer) {
    return Optional.of(answer.lines().get(0)).map(line -> line.substring(4)).orElseThrow();
  }
}
