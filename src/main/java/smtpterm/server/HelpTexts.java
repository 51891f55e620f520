package smtpterm.server;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers HELP: {@code HELP MAIL} shows how MAIL is written (RFC 5321 section 4.1.1.8). */
final class HelpTexts {
  private static final String[] REST = {
    "A mail goes like this: %1$s, MAIL, RCPT, DATA, the text, a dot alone, QUIT",
    "HELP and a command tells more",
    "HELP FAULTS tells which addresses answer as you like, such as 452@kolleg.de"
  };

  private static final Answer SMTP =
      overview("Commands: HELO EHLO STARTTLS AUTH MAIL RCPT DATA BDAT RSET", "ETRN ", "EHLO");
  private static final Answer LMTP =
      overview("Commands: LHLO STARTTLS AUTH MAIL RCPT DATA BDAT RSET", "", "LHLO");

  private static final Map<String, Answer> TOPICS =
      Map.ofEntries(
          topic("EHLO", "EHLO computer", "Says hello and asks what the server can do"),
          topic("HELO", "HELO computer", "Says hello in the way of 1982; EHLO is better"),
          topic("LHLO", "LHLO computer", "Says hello in LMTP, where it stands for EHLO"),
          topic("STARTTLS", "STARTTLS", "Changes to TLS; say EHLO again behind it"),
          topic("AUTH", "AUTH mechanism [response]", "Logs in; answers are Base64, * gives up"),
          topic(
              "MAIL",
              "MAIL FROM:<address> [parameters]",
              "Begins a mail and names its sender",
              "Parameters: SIZE= BODY= SMTPUTF8 AUTH= RET= ENVID= BY= and, with TLS, REQUIRETLS"),
          topic(
              "RCPT",
              "RCPT TO:<address> [parameters]",
              "Names one recipient, as often as there are recipients",
              "Parameters: NOTIFY= ORCPT="),
          topic("DATA", "DATA", "Begins the text: header, empty line, body; a dot alone ends it"),
          topic(
              "BDAT",
              "BDAT octets [LAST]",
              "So many octets of the text follow, without any dot; LAST ends it"),
          topic("RSET", "RSET", "Throws the mail under way away"),
          topic("NOOP", "NOOP", "Does nothing but answer"),
          topic("VRFY", "VRFY name", "Asks whether somebody has a mailbox here"),
          topic("EXPN", "EXPN list", "Asks who is on a mailing list, such as klasse"),
          topic("ETRN", "ETRN domain", "Asks for mail that waits for a domain; none ever does"),
          topic("HELP", "HELP [command]", "Tells about the server or a command"),
          topic("QUIT", "QUIT", "Ends the connection"),
          topic("FAULTS", Wishes.help().toArray(String[]::new)));

  private HelpTexts() {}

  /**
   * The answer to HELP.
   *
   * @param topic what stands behind it; perhaps empty
   * @param lmtp whether LMTP is spoken
   */
  static Answer about(String topic, boolean lmtp) {
    if (topic.isEmpty()) {
      return lmtp ? LMTP : SMTP;
    }
    return Optional.ofNullable(TOPICS.get(topic.toUpperCase(Locale.ROOT)))
        .orElseGet(() -> Answer.of(504, "5.5.4", "No help on that, HELP lists the commands"));
  }

  private static Answer overview(String first, String own, String hello) {
    return help(
        first,
        "          NOOP VRFY EXPN " + own + "HELP QUIT",
        REST[0].formatted(hello),
        REST[1],
        REST[2]);
  }

  private static Map.Entry<String, Answer> topic(String name, String... lines) {
    return Map.entry(name, help(lines));
  }

  private static Answer help(String... lines) {
    return Answer.of(214, "2.0.0", lines);
  }
}
