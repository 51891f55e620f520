package smtpterm.server;

/** The replies that need no thinking; their texts are free, their codes are not. */
final class Replies {
  // RFC 5321 section 4.2.3, RFC 3463
  static final Answer OK = Answer.of(250, "2.0.0", "Ok");
  static final Answer SENDER_OK = Answer.of(250, "2.1.0", "Ok");
  static final Answer RECIPIENT_OK = Answer.of(250, "2.1.5", "Ok");
  static final Answer GO_AHEAD = Answer.bare(354, "End data with <CR><LF>.<CR><LF>");
  static final Answer BYE = Answer.of(221, "2.0.0", "Bye");

  private static final Answer EHLO_FIRST = Answer.of(503, "5.5.1", "Say EHLO first");
  private static final Answer LHLO_FIRST = Answer.of(503, "5.5.1", "Say LHLO first");
  static final Answer MAIL_FIRST = Answer.of(503, "5.5.1", "Say MAIL FROM first");
  static final Answer RECIPIENT_FIRST =
      Answer.of(503, "5.5.1", "No valid recipient yet, say RCPT TO first");
  static final Answer NESTED_MAIL =
      Answer.of(503, "5.5.1", "A sender is already given, RSET starts anew");

  // RFC 3030 section 2
  static final Answer DATA_AFTER_BDAT =
      Answer.of(503, "5.5.1", "The text comes by BDAT already, RSET starts anew");
  static final Answer RECIPIENT_TOO_LATE =
      Answer.of(503, "5.5.1", "The text has begun, no recipient can follow");
  static final Answer BDAT_AFTER_HELO = Answer.of(503, "5.5.1", "After HELO there is DATA only");
  static final Answer RESET_FIRST =
      Answer.of(503, "5.5.1", "A chunk before was refused, say RSET first");

  // RFC 2033 section 4.1
  static final Answer LHLO_ONLY =
      Answer.of(500, "5.5.1", "This is LMTP, where LHLO stands for HELO and EHLO");
  static final Answer NO_LHLO = Answer.of(500, "5.5.1", "LHLO belongs to LMTP, say EHLO here");

  static final Answer UNKNOWN = Answer.of(500, "5.5.2", "Unknown command");
  static final Answer EMPTY = Answer.of(500, "5.5.2", "A command was expected, the line is empty");
  static final Answer CONTROL_CHARACTER =
      Answer.of(500, "5.5.2", "The line holds a control character");
  static final Answer BARE_LF =
      Answer.of(500, "5.5.2", "A line ends with <CR><LF>, not with <LF> alone");
  static final Answer LINE_TOO_LONG =
      Answer.of(500, "5.5.2", "Line too long, a command has at most 512 octets");

  // RFC 4954 sections 4 and 6
  static final Answer ANSWER_TOO_LONG =
      Answer.of(500, "5.5.6", "Line too long, an answer has at most 12288 octets");
  static final Answer LOGGED_IN = Answer.of(235, "2.7.0", "Authentication successful");
  static final Answer LOGIN_WRONG = Answer.of(535, "5.7.8", "User name or password wrong");
  static final Answer LOGIN_CANCELLED = Answer.of(501, "5.7.0", "Authentication cancelled");
  static final Answer NOT_BASE64 = Answer.of(501, "5.5.2", "That is not Base64");
  static final Answer NO_INITIAL_RESPONSE =
      Answer.of(501, "5.7.0", "This mechanism begins with a question, nothing may follow its name");
  static final Answer LOGIN_FIRST =
      Answer.of(530, "5.7.0", "Authentication required, say AUTH first");
  static final Answer ENCRYPTION_FIRST =
      Answer.of(538, "5.7.11", "Encryption required for this mechanism, say STARTTLS first");
  static final Answer LOGIN_TWICE = Answer.of(503, "5.5.1", "Already authenticated");
  static final Answer LOGIN_INSIDE_MAIL =
      Answer.of(503, "5.5.1", "Not inside a mail transaction, RSET ends it");
  // RFC 1985 section 5.3
  static final Answer ETRN_INSIDE_MAIL =
      Answer.of(503, "5.5.1", "Not inside a mail transaction, RSET ends it");
  static final Answer NO_SUCH_MECHANISM =
      Answer.of(504, "5.5.4", "Unknown mechanism, EHLO lists those that work");

  // RFC 3207 section 4
  static final Answer START_TLS = Answer.of(220, "2.0.0", "Ready to start TLS");
  static final Answer TLS_FIRST = Answer.of(530, "5.7.0", "Must issue a STARTTLS command first");
  static final Answer TLS_TWICE = Answer.of(503, "5.5.1", "TLS is up already");

  static final Answer NO_RELAY =
      Answer.of(550, "5.7.1", "Relaying denied, this server keeps mail for its own domains only");
  // RFC 5321 section 4.5.3.1.10
  static final Answer TOO_MANY_RECIPIENTS = Answer.of(452, "4.5.3", "Too many recipients");
  static final Answer NO_SPACE =
      Answer.of(452, "4.3.1", "The mailboxes are full, try again when there is space");
  static final Answer TOO_BIG = Answer.of(552, "5.3.4", "The mail is bigger than SIZE allows");
  static final Answer TEXT_LINE_TOO_LONG =
      Answer.of(554, "5.6.0", "A line of the mail is longer than 65536 octets");
  static final Answer TEXT_BARE_LF =
      Answer.of(554, "5.6.0", "A line of the mail ends with <LF> alone");
  // RFC 6531 section 3.5
  static final Answer NOT_ASCII =
      Answer.of(553, "5.6.7", "An address beyond ASCII needs the parameter SMTPUTF8");

  static final Answer TOO_SLOW = Answer.of(421, "4.4.2", "Nothing came for too long, closing");
  // RFC 5321 section 3.8
  static final Answer CLOSING = Answer.of(421, "4.3.2", "The server is closing, good-bye");

  private Replies() {}

  /** 503, the client has not introduced itself. */
  static Answer helloFirst(Client client) {
    return client.is(Channel.Role.LMTP) ? LHLO_FIRST : EHLO_FIRST;
  }

  /** 451, the recipient is taken later (RFC 6647 section 2.1). */
  static Answer greylisted(long seconds) {
    return Answer.of(
        451,
        "4.7.1",
        "Greylisted, try again in %d second%s".formatted(seconds, seconds == 1 ? "" : "s"));
  }

  /** 250, a chunk of so many octets was taken. */
  static Answer octetsTaken(long size) {
    return Answer.of(250, "2.0.0", size + " octets received");
  }

  /** 501, the command was written wrongly; {@code usage} shows how it is right. */
  static Answer syntax(String usage) {
    return Answer.of(501, "5.5.4", "Syntax: " + usage);
  }

  /** 501, a parameter is not as it must be; {@code text} says why. */
  static Answer parameter(String text) {
    return Answer.of(501, "5.5.4", text);
  }

  /** 502, a command that other servers know (RFC 5321 section 4.2.4). */
  static Answer notDone(String verb) {
    return Answer.of(502, "5.5.1", verb + " is not done here");
  }
}
