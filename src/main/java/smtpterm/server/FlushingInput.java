package smtpterm.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Sends what is waiting to go out before it waits for what comes in: so the answers to ten commands
 * in one packet go out in one packet, and none is held back (RFC 2920 section 3.2).
 */
final class FlushingInput extends FilterInputStream {
  private final Flush flush;

  /** Sends what is waiting. */
  @FunctionalInterface
  interface Flush {
    void run() throws IOException;
  }

  FlushingInput(InputStream in, Flush flush) {
    super(in);
    this.flush = flush;
  }

  @Override
  public int read() throws IOException {
    flush.run();
    return super.read();
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    flush.run();
    return super.read(octets, offset, length);
  }
}
