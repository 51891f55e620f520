package smtpterm.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who has which mails: {@code list("bob")} is all of bob's, the oldest first. Safe for several
 * threads.
 */
public final class Mailboxes {
  private final Map<String, List<StoredMail>> mails = new LinkedHashMap<>();

  Mailboxes(Collection<String> names) {
    for (String name : names) {
      mails.put(name, new ArrayList<>());
    }
  }

  /** The names of all mailboxes: the accounts, and {@code postmaster}. */
  public List<String> names() {
    synchronized (mails) {
      return List.copyOf(mails.keySet());
    }
  }

  /** What is in this mailbox by now; nothing when there is no such mailbox. */
  public Optional<List<StoredMail>> list(String mailbox) {
    synchronized (mails) {
      return Optional.ofNullable(mails.get(mailbox.toLowerCase(Locale.ROOT))).map(List::copyOf);
    }
  }

  /** One mail, counted from 1 as a mail client does; nothing when there is none of that number. */
  public Optional<StoredMail> mail(String mailbox, int number) {
    return list(mailbox)
        .filter(all -> number >= 1 && number <= all.size())
        .map(all -> all.get(number - 1));
  }

  /** Puts the mail into each of these mailboxes. */
  void put(StoredMail mail, Collection<String> names) {
    synchronized (mails) {
      for (String name : names) {
        mails.get(name).add(mail);
      }
    }
  }
}
