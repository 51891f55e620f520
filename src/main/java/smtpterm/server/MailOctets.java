package smtpterm.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The octets of a mail, wherever they lie: in memory, in the spool, in a file of their own. Safe
 * for several threads.
 */
interface MailOctets {
  /** How many there are. */
  long size();

  /** How many octets of memory they take. */
  long memory();

  /**
   * Reads them from the beginning; each reader is on its own.
   *
   * @throws IOException when they were discarded, or the disk fails; reading may throw that, too
   */
  InputStream open() throws IOException;

  /** Gives back the room that they take outside memory; nobody can read them any more. */
  void discard();

  /** Octets in memory, which are not copied; nobody else may hold them. */
  static MailOctets inMemory(byte[] octets) {
    return new MailOctets() {
      @Override
      public long size() {
        return octets.length;
      }

      @Override
      public long memory() {
        return octets.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(octets);
      }

      @Override
      public void discard() {
        // Whoever still holds them may read them; the collector takes them in the end.
      }
    };
  }

  /** These octets behind a few others, such as the lines that a server puts in front. */
  default MailOctets behind(byte[] head) {
    MailOctets rest = this;
    return new MailOctets() {
      @Override
      public long size() {
        return head.length + rest.size();
      }

      @Override
      public long memory() {
        return head.length + rest.memory();
      }

      @Override
      public InputStream open() throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest.open());
      }

      @Override
      public void discard() {
        rest.discard();
      }
    };
  }
}
