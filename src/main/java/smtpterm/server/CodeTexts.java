package smtpterm.server;

import java.util.Map;
import java.util.Optional;

/**
 * What a server says with a code that was asked for: 452 comes as {@code 452 4.3.1 Not enough
 * storage}, 452 and 4.2.2 as {@code 452 4.2.2 The mailbox is full}.
 */
final class CodeTexts {
  /** What most servers mean by a code (RFC 5321 section 4.2.3, RFC 4954, RFC 3207, RFC 7504). */
  private static final Map<Integer, Answer> USUAL =
      Map.ofEntries(
          usual(421, "4.3.2", "Service not available, closing"),
          usual(432, "4.7.12", "A password transition is needed"),
          usual(450, "4.2.0", "Mailbox busy, try again later"),
          usual(451, "4.3.0", "Local error, try again later"),
          usual(452, "4.3.1", "Not enough storage, try again later"),
          usual(454, "4.7.0", "Temporary authentication failure"),
          usual(455, "4.5.4", "The parameters cannot be used now"),
          usual(500, "5.5.2", "Unknown command"),
          usual(501, "5.5.4", "Syntax error in the argument"),
          usual(502, "5.5.1", "Command not implemented"),
          usual(503, "5.5.1", "Bad sequence of commands"),
          usual(504, "5.5.4", "Parameter not implemented"),
          usual(521, "5.3.2", "This server takes no mail"),
          usual(523, "5.7.10", "Encryption needed"),
          usual(525, "5.7.13", "The account is disabled"),
          usual(530, "5.7.0", "Authentication required"),
          usual(534, "5.7.9", "The mechanism is too weak"),
          usual(535, "5.7.8", "User name or password wrong"),
          usual(538, "5.7.11", "Encryption required for this mechanism"),
          usual(550, "5.1.1", "No such mailbox here"),
          usual(551, "5.1.6", "User not local, please try <bob@example.com>"),
          usual(552, "5.2.2", "The mailbox is full"),
          usual(553, "5.1.3", "Mailbox name not allowed"),
          usual(554, "5.0.0", "Transaction failed"),
          usual(555, "5.5.4", "Unknown parameter"),
          usual(556, "5.1.10", "The domain takes no mail"));

  /** Subject and detail of an enhanced code → its meaning (RFC 3463 section 3, RFC 5248). */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("1.1", "No such mailbox"),
          Map.entry("1.2", "No such domain"),
          Map.entry("1.3", "Bad address of the recipient"),
          Map.entry("1.6", "The mailbox has moved"),
          Map.entry("1.7", "Bad address of the sender"),
          Map.entry("1.8", "The sender's domain does not exist"),
          Map.entry("1.10", "The domain takes no mail"),
          Map.entry("2.0", "Something about the mailbox"),
          Map.entry("2.1", "The mailbox is disabled"),
          Map.entry("2.2", "The mailbox is full"),
          Map.entry("2.3", "The mail is too big for this mailbox"),
          Map.entry("2.4", "The mailing list cannot be expanded"),
          Map.entry("3.0", "Something about the server"),
          Map.entry("3.1", "The server has no space left"),
          Map.entry("3.2", "The server takes no mail now"),
          Map.entry("3.3", "The server cannot do that"),
          Map.entry("3.4", "The mail is too big for the server"),
          Map.entry("4.1", "No answer from the next server"),
          Map.entry("4.2", "Bad connection"),
          Map.entry("4.4", "No way to the recipient's server"),
          Map.entry("4.5", "The server is overloaded"),
          Map.entry("4.6", "The mail runs in circles"),
          Map.entry("4.7", "The mail took too long"),
          Map.entry("5.1", "Wrong command at this place"),
          Map.entry("5.2", "Syntax error"),
          Map.entry("5.3", "Too many recipients"),
          Map.entry("5.4", "Wrong argument"),
          Map.entry("6.0", "Something about the content"),
          Map.entry("6.1", "This kind of content is not taken"),
          Map.entry("6.7", "An address beyond ASCII needs SMTPUTF8"),
          Map.entry("7.0", "Not allowed"),
          Map.entry("7.1", "Not allowed, the mail is refused"),
          Map.entry("7.2", "Not allowed to write to this list"),
          Map.entry("7.8", "User name or password wrong"),
          Map.entry("7.9", "The mechanism is too weak"),
          Map.entry("7.11", "Encryption required"),
          Map.entry("7.20", "No passing DKIM signature"),
          Map.entry("7.23", "SPF check failed"),
          Map.entry("7.25", "The client's address has no name in the DNS"),
          Map.entry("7.26", "SPF and DKIM both failed"));

  private CodeTexts() {}

  /** The answer that most servers give with this code, 400 to 599. */
  static Answer usual(int code) {
    return USUAL.getOrDefault(code, Answer.of(code, code / 100 + ".0.0", "As you asked for"));
  }

  /**
   * The answer with both codes.
   *
   * @param enhanced such as {@code 4.2.2}; its first digit is that of the code
   */
  static Answer with(int code, String enhanced) {
    Answer usual = usual(code);
    String meaning = MEANINGS.get(enhanced.substring(2));
    return usual.enhanced().equals(enhanced)
        ? usual
        : Answer.of(code, enhanced, Optional.ofNullable(meaning).orElse("As you asked for"));
  }

  private static Map.Entry<Integer, Answer> usual(int code, String enhanced, String text) {
    return Map.entry(code, Answer.of(code, enhanced, text));
  }
}
