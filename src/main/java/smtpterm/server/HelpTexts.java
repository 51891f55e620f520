package smtpterm.server;

import java.util.Locale;
import java.util.Map;

/** Answers HELP: {@code HELP MAIL} shows how MAIL is written. */
final class HelpTexts {
  private static final Answer OVERVIEW =
      help(
          "Commands: HELO EHLO AUTH MAIL RCPT DATA RSET",
          "          NOOP VRFY EXPN HELP QUIT",
          "A mail goes like this: EHLO, MAIL, RCPT, DATA, the text, a dot alone, QUIT",
          "HELP and a command tells more");

  private static final Map<String, Answer> TOPICS =
      Map.ofEntries(
          Map.entry("EHLO", help("EHLO computer", "Says hello and asks what the server can do")),
          Map.entry("HELO", help("HELO computer", "Says hello in the way of 1982; EHLO is better")),
          Map.entry(
              "AUTH",
              help(
                  "AUTH LOGIN | AUTH PLAIN [response]", "Logs in; answers are Base64, * gives up")),
          Map.entry(
              "MAIL",
              help(
                  "MAIL FROM:<address> [parameters]",
                  "Begins a mail and names its sender",
                  "Parameters: SIZE= BODY= SMTPUTF8 AUTH= RET= ENVID=")),
          Map.entry(
              "RCPT",
              help(
                  "RCPT TO:<address> [parameters]",
                  "Names one recipient, as often as there are recipients",
                  "Parameters: NOTIFY= ORCPT=")),
          Map.entry(
              "DATA",
              help("DATA", "Begins the text: header, empty line, body; a dot alone ends it")),
          Map.entry("RSET", help("RSET", "Throws the mail under way away")),
          Map.entry("NOOP", help("NOOP", "Does nothing but answer")),
          Map.entry("VRFY", help("VRFY name", "Asks whether somebody has a mailbox here")),
          Map.entry("EXPN", help("EXPN list", "Asks who is on a mailing list, such as klasse")),
          Map.entry("HELP", help("HELP [command]", "Tells about the server or a command")),
          Map.entry("QUIT", help("QUIT", "Ends the connection")));

  private HelpTexts() {}

  /** The answer to HELP with this argument, which may be empty. */
  static Answer about(String topic) {
    return topic.isEmpty()
        ? OVERVIEW
        : TOPICS.getOrDefault(
            topic.toUpperCase(Locale.ROOT),
            Answer.of(504, "5.5.4", "No help on that, HELP lists the commands"));
  }

  private static Answer help(String... lines) {
    return Answer.of(214, "2.0.0", lines);
  }
}
