package smtpterm.typing;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import smtpterm.session.Notice;

/**
 * What is remembered of a session so that Tab can offer it again: addresses, the mails of a
 * mailbox, the header lines of the message under way.
 *
 * <p>Nothing of a login but the name is in it. Safe for several threads; none of them ever waits
 * for more than another one's look.
 */
public final class Memory {
  private final AddressBook addresses = new AddressBook();
  private final Maildrop maildrop = new Maildrop();
  private final HeaderSoFar header = new HeaderSoFar();

  /** Must be told everything that happens. */
  public void hear(Notice notice) {
    Objects.requireNonNull(notice, "notice");
    addresses.hear(notice);
    maildrop.hear(notice);
    header.hear(notice);
  }

  /**
   * Learns from earlier sessions.
   *
   * @param lines as they were typed, newest first; no secrets among them
   */
  public void earlier(Iterator<String> lines) {
    addresses.earlier(lines);
  }

  /** Learns the addresses of the accounts of the practice server. */
  public void accounts(List<String> known) {
    addresses.accounts(known);
  }

  /** Addresses and names. */
  public AddressBook addresses() {
    return addresses;
  }

  /** The mails of the mailbox that is open. */
  public Maildrop maildrop() {
    return maildrop;
  }

  /** The header under way. */
  HeaderSoFar header() {
    return header;
  }
}
