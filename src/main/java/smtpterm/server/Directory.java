package smtpterm.server;

import java.util.List;
import java.util.Locale;

/** Answers VRFY and EXPN: who has a mailbox here (RFC 5321 section 3.5). */
final class Directory {
  private final Accounts accounts;

  Directory(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Answers {@code VRFY bob}. */
  Answer verify(String argument) throws Refusal {
    Path path = path(argument, "VRFY name");
    if (!accounts.mailboxesOf(path.localPart()).isEmpty()) {
      return Answer.of(250, "2.1.5", address(path.localPart()));
    }
    // RFC 5321 section 3.5.3: such an address has no mailbox, and may be taken all the same.
    return Wishes.ofRecipient(path.localPart(), false).isPresent()
        ? Answer.of(252, "2.0.0", "No mailbox of this name, but RCPT has an answer for it")
        : nobody();
  }

  /** Answers {@code EXPN klasse}. */
  Answer expand(String argument) throws Refusal {
    Path path = path(argument, "EXPN list");
    List<String> members = accounts.mailboxesOf(path.localPart());
    if (members.isEmpty()) {
      return nobody();
    }
    if (!accounts.isList(path.localPart())) {
      return Answer.of(550, "5.2.4", "That is a mailbox, not a list");
    }
    return new Answer(250, "2.1.5", members.stream().map(this::address).toList());
  }

  private static Answer nobody() {
    return Answer.of(550, "5.1.1", "Nobody has this name here");
  }

  /** The name or address that was asked for. */
  private Path path(String argument, String usage) throws Refusal {
    // RFC 6531 section 3.7.4.2: SMTPUTF8 allows UTF-8 in the reply, which never needs it here.
    String asked = argument.replaceFirst("(?i) +SMTPUTF8$", "");
    if (asked.isEmpty()) {
      throw new Refusal(Replies.syntax(usage));
    }
    String name =
        asked.startsWith("<") && asked.endsWith(">")
            ? asked.substring(1, asked.length() - 1)
            : asked;
    if (name.indexOf('@') < 0) {
      return new Path(name, name, "");
    }
    Path path = PathParser.forwardPath().parse(name);
    if (!accounts.domains().contains(path.domain())) {
      throw new Refusal(Replies.NO_RELAY);
    }
    return path;
  }

  private String address(String name) {
    return "<" + name.toLowerCase(Locale.ROOT) + "@" + accounts.domains().get(0) + ">";
  }
}
