package smtpterm.server;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What becomes of mails when the server ends: they are forgotten, or lie in a directory. Safe for
 * several threads.
 */
interface MailStore extends Closeable {
  /** Nothing outlives the server. */
  MailStore FORGETFUL =
      new MailStore() {
        @Override
        public Map<StoredMail, List<String>> earlier() {
          return Map.of();
        }

        @Override
        public long lastNumber() {
          return 0;
        }

        @Override
        public StoredMail keep(StoredMail mail, Collection<String> mailboxes) {
          return mail;
        }

        @Override
        public void relocate(StoredMail mail, Collection<String> mailboxes) {
          // Who has it is known to the mailboxes.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  /** The mails of an earlier server, the oldest first, and the mailboxes that each lies in. */
  Map<StoredMail, List<String>> earlier() throws IOException;

  /** The number of the newest mail that has been kept, such as 1 for P0001; 0 for none. */
  long lastNumber();

  /**
   * Keeps a mail. When this returns, it will be there after a crash.
   *
   * @return the mail to go on with; the octets of the other may be discarded
   * @throws IOException when there is no room for it
   */
  StoredMail keep(StoredMail mail, Collection<String> mailboxes) throws IOException;

  /**
   * A mail lies in these mailboxes only; in none, and it will not come back. Its octets may be read
   * until they are discarded.
   *
   * @throws IOException when this cannot be noted
   */
  void relocate(StoredMail mail, Collection<String> mailboxes) throws IOException;
}
