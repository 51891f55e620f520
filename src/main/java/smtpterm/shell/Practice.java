package smtpterm.shell;

import java.util.List;
import java.util.Optional;

/** What the terminal of {@code smtpterm practice} knows of the server in its own process. */
public interface Practice {
  /** The mailboxes, such as {@code anna} and {@code bob}. */
  List<String> mailboxes();

  /** The addresses of the accounts, such as {@code anna@kolleg.de}. */
  List<String> addresses();

  /** The subjects of the mails of a mailbox, oldest first; empty for one that does not exist. */
  List<String> subjects(String mailbox);

  /** The mails of a mailbox, oldest first; empty for a mailbox that does not exist. */
  Optional<List<Mail>> mails(String mailbox);

  /** The short names that {@code /connect} knows here: {@code smtp}, {@code pop3}. */
  List<String> targets();

  /** Where such a name leads: {@code smtp} to {@code smtp://127.0.0.1:2525}. */
  Optional<String> target(String name);

  /** The file of the authority that vouches for the server; empty until TLS is first used. */
  Optional<String> authorityFile();

  /** The mails that came in since this was asked last. */
  List<Arrival> arrivals();

  /**
   * A mail in a mailbox.
   *
   * @param reversePath who sent it, by the envelope
   * @param recipients who is to get it, by the envelope
   * @param user who was logged in when it was sent; empty for nobody
   * @param subject as it stands in the header; empty when it has none
   * @param size in octets
   * @param lines the message as it was delivered
   */
  record Mail(
      String reversePath,
      List<String> recipients,
      String user,
      String subject,
      long size,
      List<String> lines) {
    public Mail {
      recipients = List.copyOf(recipients);
      lines = List.copyOf(lines);
    }
  }

  /** A mail came into a mailbox. */
  record Arrival(String mailbox, String subject) {}
}
