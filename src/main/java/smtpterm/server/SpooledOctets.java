package smtpterm.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/** Octets in blocks of the spool, all of them full but the last. Safe for several threads. */
final class SpooledOctets implements MailOctets {
  private final Spool spool;
  private int[] blocks = new int[4];
  private int count;
  private long size;
  private boolean gone;

  SpooledOctets(Spool spool) {
    this.spool = spool;
  }

  /**
   * Takes the next block.
   *
   * @param length {@link Spool#BLOCK}, but for the last one
   * @return false when the spool is full
   */
  synchronized boolean append(byte[] octets, int length) throws IOException {
    int block = spool.take();
    if (block < 0) {
      return false;
    }
    if (count == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * count);
    }
    // Noted before it is written: if the disk fails, discarding gives it back.
    blocks[count] = block;
    count++;
    spool.write(block, octets, length);
    size += length;
    return true;
  }

  @Override
  public synchronized long size() {
    return size;
  }

  @Override
  public synchronized long memory() {
    return 4L * blocks.length;
  }

  @Override
  public InputStream open() {
    return new Reading();
  }

  @Override
  public synchronized void discard() {
    if (!gone) {
      gone = true;
      spool.give(blocks, count);
    }
  }

  /** Reads one block; the number of octets in it, 0 behind the last. */
  private synchronized int read(int index, byte[] into) throws IOException {
    if (gone) {
      // Its blocks may hold another mail by now.
      throw new IOException("the mail was deleted");
    }
    int length = (int) Math.min(Spool.BLOCK, size - (long) index * Spool.BLOCK);
    if (length <= 0) {
      return 0;
    }
    spool.read(blocks[index], into, length);
    return length;
  }

  private final class Reading extends InputStream {
    private final byte[] block = new byte[Spool.BLOCK];
    private int next;
    private int position;
    private int filled;

    @Override
    public int read() throws IOException {
      return fill() ? block[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int some = Math.min(length, filled - position);
      System.arraycopy(block, position, into, offset, some);
      position += some;
      return some;
    }

    private boolean fill() throws IOException {
      if (position == filled) {
        filled = SpooledOctets.this.read(next, block);
        position = 0;
        next++;
      }
      return filled > 0;
    }
  }
}
