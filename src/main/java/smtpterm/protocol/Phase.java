package smtpterm.protocol;

/** How far a conversation has come: what the server waits for next, such as a recipient. */
public enum Phase {
  /** Connected; the server speaks first. */
  GREETING,
  /** Greeted; EHLO or HELO is due. */
  HELLO,
  /** Hello said and a login offered: AUTH is possible, MAIL is often allowed already. */
  AUTH,
  /** In the middle of AUTH: the server asked something (334). */
  CHALLENGE,
  /** Ready for a mail; MAIL is due. */
  MAIL,
  /** The sender is accepted; RCPT is due. */
  RCPT,
  /** A recipient is accepted; DATA is due, or one more RCPT. */
  DATA,
  /** After 354: all is message text until the lone dot. */
  TEXT,
  /** The lone dot is sent; the server decides about the mail. */
  DOT,
  /** A mail is accepted; another one or QUIT may follow. */
  AFTER,
  /** POP3 before the login: USER and PASS, APOP or AUTH are due (RFC 1939 section 4). */
  AUTHORIZATION,
  /** POP3: the user name is accepted, PASS is due. */
  PASSWORD,
  /** POP3 after the login: the mailbox is open (RFC 1939 section 5). */
  TRANSACTION,
  /** POP3: QUIT is sent, and the server deletes what was marked (RFC 1939 section 6). */
  UPDATE,
  /** The server said good-bye (221, 421, or +OK to QUIT), or the connection has ended. */
  CLOSED,
  /** A protocol that smtpterm makes no claims about. */
  RAW
}
