package smtpterm.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of octets into lines: {@code 250 ok CR LF 221 bye CR LF} is two of them.
 *
 * <p>Owns the only buffer of a connection, so that what came early can be counted. Keeps at most
 * {@code limit} octets of a line and counts the rest, so no peer can fill the memory. Not safe for
 * several threads.
 */
public final class LineInput {
  /** Octets kept of one line by default: more than any reply line or message line may have. */
  public static final int DEFAULT_LIMIT = 65_536;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[8_192];
  private int position;
  private int filled;

  /** Reads from {@code in}, keeping {@link #DEFAULT_LIMIT} octets of a line. */
  public LineInput(InputStream in) {
    this(in, DEFAULT_LIMIT);
  }

  /** Reads from {@code in}, keeping {@code limit} octets of a line (at least 1). */
  public LineInput(InputStream in, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit);
    }
    this.in = in;
    this.limit = limit;
  }

  /**
   * The next line, or null at the end of the stream. Blocks until the line is whole.
   *
   * @throws IOException when the connection breaks; what had come of the line is lost then
   */
  public Line read() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(128);
    long octets = 0;
    int last = -1;
    while (true) {
      if (position == filled && !fill()) {
        return octets == 0 ? null : line(kept, octets, Line.Ending.NONE);
      }
      int end = indexOfLineFeed();
      int length = end - position;
      // One octet over the limit is kept, because it may be the CR of the ending.
      int room = (int) Math.min(length, Math.max(0L, limit + 1L - octets));
      kept.write(buffer, position, room);
      octets += length;
      if (length > 0) {
        last = buffer[end - 1];
      }
      position = end;
      if (position < filled) {
        position++;
        return last == '\r'
            ? line(kept, octets - 1, Line.Ending.CRLF)
            : line(kept, octets, Line.Ending.LF);
      }
    }
  }

  /**
   * The next octets as they are, at least one: what has arrived already, or what comes next. Blocks
   * until there is some.
   *
   * @param octets where they go, from its beginning
   * @param most how many are wanted, at least 1
   * @return how many came; -1 at the end of the stream
   * @throws IOException when the connection breaks
   */
  public int read(byte[] octets, int most) throws IOException {
    if (position == filled && !fill()) {
      return -1;
    }
    int length = Math.min(Math.min(most, octets.length), filled - position);
    System.arraycopy(buffer, position, octets, 0, length);
    position += length;
    return length;
  }

  /** How many octets have arrived and are not read yet. */
  public int buffered() {
    return filled - position;
  }

  private Line line(ByteArrayOutputStream kept, long octets, Line.Ending ending) {
    byte[] all = kept.toByteArray();
    int length = (int) Math.min(octets, limit);
    byte[] octetsKept = length == all.length ? all : Arrays.copyOf(all, length);
    return new Line(LosslessUtf8.decode(octetsKept), ending, octets - length);
  }

  private int indexOfLineFeed() {
    for (int i = position; i < filled; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return filled;
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = 0;
    int n = in.read(buffer, 0, buffer.length);
    if (n < 0) {
      return false;
    }
    filled = n;
    return true;
  }
}
