package smtpterm.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Octets whose lines have an end: where 64 KiB came without one, a line break and a blank are put
 * in, which in a header continue the field. The library would keep a whole line in memory, and a
 * hostile one is as long as the file.
 *
 * <p>Counts the octets, and takes off a byte order mark. Not safe for several threads.
 */
final class BoundedLines extends FilterInputStream {
  private static final int LONGEST = 65_536;
  private static final byte[] BREAK = {'\r', '\n', ' '};
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] buffer = new byte[8_192];
  private int start;
  private int end;
  private int line;
  private int pending;
  private long octets;
  private boolean begun;

  BoundedLines(InputStream in) {
    super(in);
  }

  /** How many octets were read, those put in not counted. */
  long octets() {
    return octets;
  }

  /** Reads on to the end without looking at anything. */
  void drain() throws IOException {
    start = end;
    while (fill()) {
      start = end;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (pending > 0) {
      int part = Math.min(pending, length);
      System.arraycopy(BREAK, BREAK.length - pending, target, offset, part);
      pending -= part;
      return part;
    }
    if (start >= end && !fill()) {
      return -1;
    }
    int count = 0;
    while (count < length && start < end && line < LONGEST) {
      byte octet = buffer[start++];
      target[offset + count++] = octet;
      line = octet == '\n' ? 0 : line + 1;
    }
    if (line >= LONGEST) {
      pending = BREAK.length;
      line = 0;
    }
    return count;
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    if (count < 0) {
      return false;
    }
    start = 0;
    end = count;
    octets += count;
    if (!begun) {
      begun = true;
      while (end < MARK.length) {
        int more = in.read(buffer, end, MARK.length - end);
        if (more < 0) {
          break;
        }
        end += more;
        octets += more;
      }
      boolean marked = end >= MARK.length;
      for (int i = 0; marked && i < MARK.length; i++) {
        marked = buffer[i] == MARK[i];
      }
      start = marked ? MARK.length : 0;
    }
    return true;
  }

  @Override
  public int available() throws IOException {
    return end - start;
  }

  @Override
  public long skip(long count) throws IOException {
    return super.skip(0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
