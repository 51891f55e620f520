package smtpterm.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The envelope of the mail under way, as far as the server accepted it (RFC 5321 section 3.3).
 *
 * @param reversePath the sender, without brackets; empty when there is none, and for the null
 *     reverse-path
 * @param parameters what stood behind the sender in upper case, such as {@code BODY=8BITMIME}
 * @param recipients the forward-paths, without brackets, in their order
 * @param chunk the piece of the message whose octets are due, after BDAT
 */
public record Transaction(
    String reversePath, List<String> parameters, List<String> recipients, Optional<Chunk> chunk) {
  /** No mail is under way. */
  static final Transaction NONE = new Transaction("", List.of(), List.of(), Optional.empty());

  public Transaction {
    Objects.requireNonNull(reversePath, "reversePath");
    parameters = List.copyOf(parameters);
    recipients = List.copyOf(recipients);
    Objects.requireNonNull(chunk, "chunk");
  }

  static Transaction from(String path, List<String> parameters) {
    return new Transaction(path, parameters, List.of(), Optional.empty());
  }

  Transaction to(String path) {
    List<String> more = new ArrayList<>(recipients);
    more.add(path);
    return new Transaction(reversePath, parameters, more, chunk);
  }

  Transaction withoutFirst() {
    return new Transaction(
        reversePath,
        parameters,
        recipients.subList(Math.min(1, recipients.size()), recipients.size()),
        chunk);
  }

  Transaction chunk(Optional<Chunk> due) {
    return new Transaction(reversePath, parameters, recipients, due);
  }
}
