package smtpterm.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * One file of the temporary directory that holds all large mails, cut into blocks of {@link #BLOCK}
 * octets: a mail of 70 000 octets takes three of them, wherever they are free.
 *
 * <p>One file, because each open file costs the process a descriptor, and because one file can be
 * taken out of its directory as soon as it is open: then nothing is left behind, however the
 * process ends. It is made when the first large mail comes. Safe for several threads.
 */
final class Spool implements Closeable {
  /** Octets of a block. */
  static final int BLOCK = 32_768;

  private final int most;
  private final BitSet taken = new BitSet();
  private RandomAccessFile file;
  private Path path;
  private boolean closed;

  /**
   * @param limit octets that the file may have at most
   */
  Spool(long limit) {
    this.most = Math.toIntExact(limit / BLOCK);
  }

  /** Takes a free block; a number below zero when there is none. */
  synchronized int take() throws IOException {
    int block = taken.nextClearBit(0);
    if (block >= most) {
      return -1;
    }
    open();
    taken.set(block);
    return block;
  }

  /** Writes the first octets of a block that was taken. */
  synchronized void write(int block, byte[] octets, int length) throws IOException {
    open();
    file.seek((long) block * BLOCK);
    file.write(octets, 0, length);
  }

  /** Reads the first octets of a block that was taken. */
  synchronized void read(int block, byte[] octets, int length) throws IOException {
    open();
    file.seek((long) block * BLOCK);
    file.readFully(octets, 0, length);
  }

  /** Gives blocks back; the file gets shorter when they are its last ones. */
  synchronized void give(int[] blocks, int count) {
    for (int i = 0; i < count; i++) {
      taken.clear(blocks[i]);
    }
    try {
      if (file != null && !closed && file.length() > (long) taken.length() * BLOCK) {
        file.setLength((long) taken.length() * BLOCK);
      }
    } catch (IOException e) {
      // It stays as long as it is; its blocks are free all the same.
    }
  }

  /** Octets of the blocks that are not taken. */
  synchronized long free() {
    return (long) (most - taken.cardinality()) * BLOCK;
  }

  /** Octets that the file has on the disk. */
  synchronized long length() throws IOException {
    return file == null || closed ? 0 : file.length();
  }

  private void open() throws IOException {
    if (closed) {
      throw new IOException("the spool is closed");
    }
    if (file != null) {
      return;
    }
    // A directory of its own, and both for the owner alone: that is how these two make them.
    Path directory = Files.createTempDirectory("smtpterm");
    path = Files.createTempFile(directory, "mails", ".spool");
    // Not a channel: a thread that is interrupted while it reads one closes it for all others.
    file = new RandomAccessFile(path.toFile(), "rw");
    try {
      unlink();
    } catch (IOException e) {
      // Windows does not take an open file out of its directory; it goes when the server ends.
      directory.toFile().deleteOnExit();
      path.toFile().deleteOnExit();
    }
  }

  private void unlink() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(path.getParent());
  }

  /** Gives the file up; nothing can be read or written any more. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (file != null) {
      file.close();
      unlink();
    }
  }
}
