package smtpterm.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import smtpterm.wire.LineInput;

/**
 * The connection to one client, in the clear or through TLS, with bounds for a client that never
 * reads, never ends a line or never finishes a handshake.
 */
final class ClientSocket implements AutoCloseable {
  /** Answers that wait to go out together; more are sent at once. */
  private static final int MOST_WAITING = 16_384;

  /** How long a client may take to close after the good-bye. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  /** How long a handshake may take. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);

  private final Socket socket;
  private final ScheduledExecutorService watch;
  private final Duration patience;
  private volatile Optional<SSLSocket> encrypted = Optional.empty();
  private volatile OutputStream out = OutputStream.nullOutputStream();
  private long deadline;

  /**
   * @param watch closes the socket when the client takes too long
   * @param patience how long to wait for a line, and for an answer to be taken
   */
  ClientSocket(Socket socket, ScheduledExecutorService watch, Duration patience) {
    this.socket = socket;
    this.watch = watch;
    this.patience = patience;
  }

  /**
   * The lines of the client, as they come.
   *
   * @param flush sends what waits to go out; done before each wait for what comes in
   */
  LineInput open(FlushingInput.Flush flush) throws IOException {
    socket.setTcpNoDelay(true);
    expectLine();
    return lines(socket.getInputStream(), socket.getOutputStream(), flush);
  }

  /**
   * The lines of the client through TLS, once hands are shaken. What had been read before and not
   * been looked at is lost, and that is the point: it came in the clear.
   */
  LineInput encrypt(Encryption encryption, FlushingInput.Flush flush) throws IOException {
    socket.setTcpNoDelay(true);
    encryption.prepare();
    // Whoever wants to say something during the handshake would only break it.
    out = OutputStream.nullOutputStream();
    Future<?> end = dropAfter(HANDSHAKE);
    SSLSocket through = encryption.over(socket);
    end.cancel(false);
    encrypted = Optional.of(through);
    expectLine();
    return lines(through.getInputStream(), through.getOutputStream(), flush);
  }

  private LineInput lines(InputStream from, OutputStream to, FlushingInput.Flush flush) {
    OutputStream guarded = new GuardedOutput(to, this::dropAfter, patience);
    out = new BufferedOutputStream(guarded, MOST_WAITING);
    return new LineInput(
        new FlushingInput(
            from,
            () -> {
              flush.run();
              waitNoLongerThanAgreed();
            }));
  }

  /** Where answers go; they wait there until it is flushed. */
  OutputStream out() {
    return out;
  }

  /** From now on the client has its time for one more line. */
  void expectLine() {
    deadline = System.nanoTime() + patience.toNanos();
  }

  /** The time is for the whole line: an octet now and then does not buy more. */
  private void waitNoLongerThanAgreed() throws IOException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("no whole line in time");
    }
    socket.setSoTimeout(Math.toIntExact(left));
  }

  /** Nothing more will be said. */
  void endOutput() throws IOException {
    if (encrypted.isPresent()) {
      encrypted.get().shutdownOutput();
    }
    socket.shutdownOutput();
  }

  /** Lets the client read the last answer: closing on unread octets would reset the connection. */
  void linger() throws IOException {
    Future<?> end = dropAfter(LINGER);
    endOutput();
    byte[] ignored = new byte[4_096];
    while (socket.getInputStream().read(ignored) >= 0) {
      // Nothing that comes behind QUIT means anything; the time-out ends this.
    }
    end.cancel(false);
  }

  /** Breaks the connection: the client sees "connection reset". */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Closes it after so long, unless what is returned is cancelled before. */
  Future<?> dropAfter(Duration time) throws IOException {
    try {
      return watch.schedule(this::close, time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw new IOException("the server is closing", e);
    }
  }

  /** Not through TLS, which could block on a client that no longer reads. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is closed.
    }
  }
}
