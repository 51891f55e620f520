package smtpterm.server;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What RCPT said.
 *
 * @param path to whom; never null
 * @param mailboxes where the mail goes: one, or all of a list
 * @param report whether the sender wants to hear of the delivery (RFC 3461 section 4.1)
 * @param original ORCPT as it was given, such as {@code rfc822;bob@kolleg.de}; perhaps empty
 * @param wish what the server is asked to do by this address, if it is one that asks
 */
record Recipient(
    Path path, List<String> mailboxes, boolean report, String original, Optional<Wish> wish) {
  Recipient {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(wish, "wish");
    mailboxes = List.copyOf(mailboxes);
  }

  /** What is said behind the dot, when this recipient is refused there. */
  Optional<Answer> refusal() {
    return wish.filter(w -> w.is(Wish.Moment.DOT, Wish.Deed.REFUSE)).map(Wish::answer);
  }
}
