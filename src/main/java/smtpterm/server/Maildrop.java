package smtpterm.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A mailbox as one POP3 session sees it: the mails that lay there at the login, numbered from 1,
 * and those of them that are marked as deleted (RFC 1939 section 5). For one thread.
 */
final class Maildrop {
  private final Mailboxes mailboxes;
  private final String name;
  private final boolean locked;
  private final List<StoredMail> mails;
  private final BitSet deleted = new BitSet();
  private boolean closed;

  private Maildrop(Mailboxes mailboxes, String name, boolean locked) {
    this.mailboxes = mailboxes;
    this.name = name;
    this.locked = locked;
    this.mails = mailboxes.hold(name);
  }

  /**
   * Opens a mailbox.
   *
   * @param alone whether nobody else may have it open at the same time
   * @return nothing when somebody has
   */
  static Optional<Maildrop> open(Mailboxes mailboxes, String name, boolean alone) {
    return alone && !mailboxes.lock(name)
        ? Optional.empty()
        : Optional.of(new Maildrop(mailboxes, name, alone));
  }

  /** The mailbox. */
  String name() {
    return name;
  }

  /** How many numbers there are, those of deleted mails included. */
  int last() {
    return mails.size();
  }

  /** The mail of this number, 1 to {@link #last}; whether it is deleted or not. */
  StoredMail mail(int number) {
    return mails.get(number - 1);
  }

  boolean isDeleted(int number) {
    return deleted.get(number);
  }

  /** Marks a mail. */
  void delete(int number) {
    deleted.set(number);
  }

  /** Takes all marks back. */
  void reset() {
    deleted.clear();
  }

  /** How many mails are not marked. */
  int count() {
    return last() - deleted.cardinality();
  }

  /** How many octets are sent for all mails that are not marked. */
  long octets() {
    long octets = 0;
    for (int number = 1; number <= last(); number++) {
      octets += isDeleted(number) ? 0 : mail(number).facts().fetched();
    }
    return octets;
  }

  /**
   * Deletes what is marked (RFC 1939 section 6).
   *
   * @throws IOException when some of it may come back with the next server
   */
  void update() throws IOException {
    List<StoredMail> marked = new ArrayList<>();
    deleted.stream().forEach(number -> marked.add(mail(number)));
    mailboxes.remove(name, marked);
  }

  /** Gives the mailbox free; nothing is deleted by that. A second call does nothing. */
  void close() {
    if (!closed) {
      closed = true;
      mailboxes.release(mails);
      if (locked) {
        mailboxes.unlock(name);
      }
    }
  }
}
