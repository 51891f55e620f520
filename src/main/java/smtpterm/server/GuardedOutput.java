package smtpterm.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Writes to a client that may never read: a write that takes too long ends with the connection,
 * because a socket knows no time-out for writing.
 */
final class GuardedOutput extends OutputStream {
  private final OutputStream out;
  private final Guard guard;
  private final Duration patience;

  /** Drops connections that take too long. */
  @FunctionalInterface
  interface Guard {
    /** Drops it after so long, unless what is returned is cancelled before. */
    Future<?> dropAfter(Duration time) throws IOException;
  }

  /**
   * @param patience for each write
   */
  GuardedOutput(OutputStream out, Guard guard, Duration patience) {
    this.out = out;
    this.guard = guard;
    this.patience = patience;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    Future<?> end = guard.dropAfter(patience);
    try {
      out.write(octets, offset, length);
      out.flush();
    } finally {
      end.cancel(false);
    }
  }
}
