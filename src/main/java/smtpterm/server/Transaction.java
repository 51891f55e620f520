package smtpterm.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One mail while its envelope is given: a sender, and the recipients so far. */
final class Transaction {
  /** RFC 5321 section 4.5.3.1.8: a server takes at least 100. */
  static final int MOST_RECIPIENTS = 100;

  private final Sender sender;
  private final List<Recipient> recipients = new ArrayList<>();

  Transaction(Sender sender) {
    this.sender = sender;
  }

  Sender sender() {
    return sender;
  }

  List<Recipient> recipients() {
    return Collections.unmodifiableList(recipients);
  }

  boolean full() {
    return recipients.size() >= MOST_RECIPIENTS;
  }

  void add(Recipient recipient) {
    recipients.add(recipient);
  }

  /** The first thing that a recipient wants at this moment. */
  Optional<Wish> wish(Wish.Moment moment) {
    return recipients.stream()
        .flatMap(r -> r.wish().stream())
        .filter(w -> w.moment() == moment)
        .findFirst();
  }

  /** The same mail to those recipients only who have nothing against its text. */
  Transaction withoutRefused() {
    Transaction rest = new Transaction(sender);
    recipients.stream().filter(r -> r.refusal().isEmpty()).forEach(rest::add);
    return rest;
  }

  /** Every mailbox that the mail goes to, each once. */
  Set<String> mailboxes() {
    Set<String> mailboxes = new LinkedHashSet<>();
    recipients.forEach(r -> mailboxes.addAll(r.mailboxes()));
    return mailboxes;
  }
}
