package smtpterm.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who has which mails: {@code list("bob")} is all of bob's, the oldest first. Safe for several
 * threads.
 */
public final class Mailboxes {
  private final Storage storage;
  private final List<String> names;
  private final Map<String, List<StoredMail>> mails = new LinkedHashMap<>();
  private final Map<StoredMail, Holders> holders = new HashMap<>();
  private final Set<String> locked = new HashSet<>();

  /** Who needs a mail: the mailboxes it lies in, and the sessions that may still read it. */
  private static final class Holders {
    private final Set<String> mailboxes = new LinkedHashSet<>();
    private int readers;

    boolean none() {
      return mailboxes.isEmpty() && readers == 0;
    }
  }

  /**
   * @param names the mailboxes that there are; mails of earlier ones are kept, but not shown
   * @throws IOException when the mails of an earlier server cannot be read
   */
  Mailboxes(Collection<String> names, Storage storage) throws IOException {
    this.storage = storage;
    this.names = List.copyOf(names);
    names.forEach(name -> mails.put(name, new ArrayList<>()));
    storage
        .store()
        .earlier()
        .forEach(
            (mail, where) -> {
              storage.memory().owe(mail.cost());
              file(mail, where);
            });
  }

  /** The names of all mailboxes: the accounts, and {@code postmaster}. */
  public List<String> names() {
    return names;
  }

  /** What is in this mailbox by now; nothing when there is no such mailbox. */
  public Optional<List<StoredMail>> list(String mailbox) {
    String name = mailbox.toLowerCase(Locale.ROOT);
    synchronized (mails) {
      return names.contains(name) ? Optional.of(List.copyOf(mails.get(name))) : Optional.empty();
    }
  }

  /** One mail, counted from 1 as a mail client does; nothing when there is none of that number. */
  public Optional<StoredMail> mail(String mailbox, int number) {
    return list(mailbox)
        .filter(all -> number >= 1 && number <= all.size())
        .map(all -> all.get(number - 1));
  }

  /** Throws all mails away, those of mailboxes that are not shown included. */
  public void clear() throws IOException {
    synchronized (mails) {
      for (Map.Entry<String, List<StoredMail>> mailbox : mails.entrySet()) {
        remove(mailbox.getKey(), List.copyOf(mailbox.getValue()));
      }
    }
  }

  /**
   * Puts the mail into each of these mailboxes. From then on its room is theirs to give back: the
   * octets outside memory, and its cost in memory.
   *
   * @return the mail as it lies there
   * @throws IOException when there is no room for it; then nothing has changed
   */
  StoredMail put(StoredMail mail, Collection<String> where) throws IOException {
    StoredMail kept = storage.store().keep(mail, where);
    if (kept != mail) {
      // What this gives and takes is little: a copy on the disk instead of octets in memory.
      storage.memory().owe(kept.cost());
      storage.memory().give(mail.cost());
      mail.place().discard();
    }
    synchronized (mails) {
      file(kept, where);
    }
    return kept;
  }

  /**
   * Takes mails out of a mailbox; those that are not in it any more are passed over.
   *
   * @throws IOException when this could not be noted for one of them; all are taken out even so
   */
  void remove(String mailbox, Collection<StoredMail> which) throws IOException {
    IOException failure = null;
    synchronized (mails) {
      mails.get(mailbox).removeAll(Set.copyOf(which));
      for (StoredMail mail : which) {
        Holders of = holders.get(mail);
        if (of != null && of.mailboxes.remove(mailbox)) {
          try {
            storage.store().relocate(mail, of.mailboxes);
          } catch (IOException e) {
            failure = e;
          }
          discardUnheld(mail, of);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * What lies in a mailbox now, to be read even when somebody else deletes it, until {@link
   * #release}.
   */
  List<StoredMail> hold(String mailbox) {
    synchronized (mails) {
      List<StoredMail> held = List.copyOf(mails.get(mailbox));
      held.forEach(mail -> holders.get(mail).readers++);
      return held;
    }
  }

  /** Ends a {@link #hold}. */
  void release(Collection<StoredMail> held) {
    synchronized (mails) {
      for (StoredMail mail : held) {
        Holders of = holders.get(mail);
        of.readers--;
        discardUnheld(mail, of);
      }
    }
  }

  /** Locks a mailbox for one session; false when another one has it. */
  boolean lock(String mailbox) {
    synchronized (mails) {
      return locked.add(mailbox);
    }
  }

  void unlock(String mailbox) {
    synchronized (mails) {
      locked.remove(mailbox);
    }
  }

  private void file(StoredMail mail, Collection<String> where) {
    Holders of = holders.computeIfAbsent(mail, m -> new Holders());
    for (String name : where) {
      if (of.mailboxes.add(name)) {
        mails.computeIfAbsent(name, n -> new ArrayList<>()).add(mail);
      }
    }
  }

  private void discardUnheld(StoredMail mail, Holders of) {
    if (of.none()) {
      holders.remove(mail);
      mail.place().discard();
      storage.memory().give(mail.cost());
    }
  }
}
