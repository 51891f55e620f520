package smtpterm.server;

import java.io.IOException;
import java.util.Arrays;

/**
 * Octets that come one after another: up to {@link Spool#BLOCK} of them stay in memory, more than
 * that go to the spool block by block. So a text of 10 MiB needs no more memory than a short one.
 */
final class GrowingText {
  private final ByteBudget memory;
  private final Spool spool;
  private byte[] waiting = new byte[256];
  private int filled;
  private SpooledOctets spooled;

  /**
   * @param memory from which the octets in memory are taken
   */
  GrowingText(ByteBudget memory, Spool spool) {
    this.memory = memory;
    this.spool = spool;
  }

  /** Takes more of them; false when there is no room, and then the text is of no use any more. */
  boolean add(byte[] octets) {
    int from = 0;
    while (from < octets.length) {
      if (filled == Spool.BLOCK && !spoolOut()) {
        return false;
      }
      int length = Math.min(octets.length - from, Spool.BLOCK - filled);
      if (!memory.take(length)) {
        return false;
      }
      grow(filled + length);
      System.arraycopy(octets, from, waiting, filled, length);
      filled += length;
      from += length;
    }
    return true;
  }

  /** How many octets of the memory budget are taken for it. */
  long taken() {
    return filled;
  }

  /**
   * All octets. They are still this text's own, to be released with it, until {@link #handOver}.
   *
   * @throws IOException when the spool has no room
   */
  MailOctets finish() throws IOException {
    if (spooled == null) {
      return MailOctets.inMemory(Arrays.copyOf(waiting, filled));
    }
    if (filled > 0 && !spoolOut()) {
      throw new IOException("the spool is full");
    }
    return spooled;
  }

  /** Somebody else gives back from now on what it takes. */
  void handOver() {
    forget();
  }

  /** Throws it away and gives back all that it takes. */
  void release() {
    memory.give(filled);
    if (spooled != null) {
      spooled.discard();
    }
    forget();
  }

  private void forget() {
    // A new one: the old one would keep its memory.
    waiting = new byte[0];
    filled = 0;
    spooled = null;
  }

  private boolean spoolOut() {
    if (spooled == null) {
      spooled = new SpooledOctets(spool);
    }
    try {
      if (!spooled.append(waiting, filled)) {
        return false;
      }
    } catch (IOException e) {
      // The disk is full, or the temporary directory cannot be written: no room.
      return false;
    }
    memory.give(filled);
    filled = 0;
    return true;
  }

  private void grow(int needed) {
    if (needed > waiting.length) {
      waiting = Arrays.copyOf(waiting, Math.min(Spool.BLOCK, Math.max(needed, 2 * waiting.length)));
    }
  }
}
