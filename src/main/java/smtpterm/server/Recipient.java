package smtpterm.server;

import java.util.List;
import java.util.Objects;

/**
 * What RCPT said.
 *
 * @param path to whom; never null
 * @param mailboxes where the mail goes: one, or all of a list
 * @param report whether the sender wants to hear of the delivery (RFC 3461 section 4.1)
 * @param original ORCPT as it was given, such as {@code rfc822;bob@kolleg.de}; perhaps empty
 */
record Recipient(Path path, List<String> mailboxes, boolean report, String original) {
  Recipient {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(original, "original");
    mailboxes = List.copyOf(mailboxes);
  }
}
