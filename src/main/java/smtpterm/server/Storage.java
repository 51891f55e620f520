package smtpterm.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The room for mails: small ones in memory, large ones in the spool, and what stays when the server
 * ends. Safe for several threads.
 */
final class Storage implements Closeable {
  private final ByteBudget memory;
  private final Spool spool;
  private final MailStore store;

  /**
   * @param data the directory that keeps the mails; without one they are forgotten
   * @throws DataRefused when that directory cannot be used
   */
  Storage(Limits limits, Optional<Path> data) throws IOException {
    this.memory = new ByteBudget(limits.budget());
    this.spool = new Spool(limits.disk());
    this.store =
        data.isEmpty()
            ? MailStore.FORGETFUL
            : DataDirectory.open(data.orElseThrow(), limits.disk());
  }

  /** A text that is going to come in. */
  GrowingText text() {
    return new GrowingText(memory, spool);
  }

  /** Whether a text of so many octets could be taken just now. */
  boolean hasRoomFor(long octets) {
    return octets <= Spool.BLOCK ? octets <= memory.free() : octets <= spool.free();
  }

  /** The octets of mail that may be in memory. */
  ByteBudget memory() {
    return memory;
  }

  /** The file for large mails. */
  Spool spool() {
    return spool;
  }

  /** What outlives the server. */
  MailStore store() {
    return store;
  }

  @Override
  public void close() throws IOException {
    try (store) {
      spool.close();
    }
  }
}
