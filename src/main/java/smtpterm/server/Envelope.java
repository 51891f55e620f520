package smtpterm.server;

import java.util.List;
import java.util.Objects;

/**
 * What a client said before the message text, and what a mail program never shows.
 *
 * @param reversePath the address behind MAIL FROM, without brackets; empty for {@code <>}
 * @param recipients the addresses behind RCPT TO that were accepted, without brackets
 * @param hello what the client called itself
 * @param user who was logged in; empty when nobody was
 */
public record Envelope(String reversePath, List<String> recipients, String hello, String user) {
  public Envelope {
    Objects.requireNonNull(reversePath, "reversePath");
    Objects.requireNonNull(hello, "hello");
    Objects.requireNonNull(user, "user");
    recipients = List.copyOf(recipients);
  }

  /** What it takes of the budget: about two octets for each character. */
  long cost() {
    long characters = 0L + reversePath.length() + hello.length() + user.length();
    for (String recipient : recipients) {
      characters += recipient.length() + 32L;
    }
    return 2 * characters;
  }
}
