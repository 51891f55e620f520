package smtpterm.server;

import java.util.Locale;

/** Answers ETRN: no mail ever waits here to be sent on (RFC 1985). */
final class WaitingMail {
  private final Accounts accounts;

  WaitingMail(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Answers {@code ETRN kolleg.de}. */
  Answer start(String argument) throws Refusal {
    // RFC 1985 section 5.3: @ asks for all names below a domain, # for a queue of another name.
    boolean below = argument.startsWith("@");
    boolean queue = argument.startsWith("#");
    String node = argument.substring(below || queue ? 1 : 0).toLowerCase(Locale.ROOT);
    if (!node.matches("\\p{ASCII}+") || !PathParser.domain(node)) {
      throw new Refusal(Replies.syntax("ETRN domain"));
    }
    if (queue || !accounts.domains().contains(node)) {
      return Answer.of(459, "4.7.1", "Node " + node + " not allowed: no mail is kept for it here");
    }
    return Answer.of(251, "2.0.0", "No messages wait for node " + node);
  }
}
