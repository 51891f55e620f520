package smtpterm.server;

/**
 * Who may send what: at the port for submission only somebody who is logged in, and only as
 * themselves (RFC 6409 sections 4.3 and 6.1).
 */
final class SendingRights {
  private final PostOffice office;

  SendingRights(PostOffice office) {
    this.office = office;
  }

  /** Refuses a client who has to log in first. */
  void demandLogin(Client client) throws Refusal {
    boolean needed =
        client.is(Channel.Role.SUBMISSION)
            // RFC 2033 section 2: LMTP is spoken among the programs of one house.
            || (office.settings().manners().loginRequired() && !client.is(Channel.Role.LMTP));
    if (needed && !client.loggedIn()) {
      throw new Refusal(Replies.LOGIN_FIRST);
    }
  }

  /** Refuses a sender who is somebody else. */
  void demandOwn(Client client, Path sender) throws Refusal {
    if (client.is(Channel.Role.SUBMISSION) && !sender.isNull() && !own(client.user(), sender)) {
      throw new Refusal(
          Answer.of(550, "5.7.1", "You are " + client.user() + ", the sender is somebody else"));
    }
  }

  private boolean own(String user, Path sender) {
    Accounts accounts = office.accounts();
    return accounts.domains().contains(sender.domain())
        && sender.localPart().equalsIgnoreCase(user);
  }
}
