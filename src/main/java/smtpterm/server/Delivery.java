package smtpterm.server;

import java.util.List;
import java.util.Objects;

/**
 * A mail has come in: bob has "Gartenparty".
 *
 * @param mailboxes where it lies now, at least one
 * @param mail the mail
 */
public record Delivery(List<String> mailboxes, StoredMail mail) {
  public Delivery {
    Objects.requireNonNull(mail, "mail");
    mailboxes = List.copyOf(mailboxes);
    if (mailboxes.isEmpty()) {
      throw new IllegalArgumentException("no mailbox");
    }
  }
}
