package smtpterm.wire;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * An open TCP connection that speaks in lines: {@code writeLine("QUIT")} puts {@code QUIT CR LF} on
 * the wire.
 *
 * <p>One thread may read while another writes; {@link #close} frees a blocked reader.
 */
public final class Connection implements Closeable {
  /** What begins an encrypted end politely may not hold up the end itself for longer. */
  private static final long FAREWELL_MILLIS = 250;

  private final Endpoint endpoint;
  private final Socket plain;
  private final Duration connectTime;
  private volatile Socket socket;
  private volatile LineInput input;
  private volatile OutputStream output;
  private volatile Optional<TlsInfo> tls = Optional.empty();

  Connection(Endpoint endpoint, Socket socket, Duration connectTime) throws IOException {
    this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    this.plain = Objects.requireNonNull(socket, "socket");
    this.connectTime = Objects.requireNonNull(connectTime, "connectTime");
    use(plain);
  }

  private void use(Socket now) throws IOException {
    socket = now;
    input = new LineInput(now.getInputStream());
    output = new BufferedOutputStream(now.getOutputStream(), 65_536);
  }

  /**
   * Begins TLS in place, by the thread that reads, right behind the line that allowed it. Nobody
   * may write meanwhile.
   *
   * @return how the connection is encrypted from now on
   * @throws TlsFailure when it fails, or when anything had come behind that line already (nobody
   *     but an attacker puts it there); the connection is closed then
   */
  public TlsInfo secure(TlsSettings settings) throws TlsFailure {
    if (input.buffered() > 0) {
      close();
      throw new TlsFailure(
          TlsTrouble.of(TlsTrouble.Kind.INJECTED, Integer.toString(input.buffered())), null);
    }
    Handshake.Secured secured = new Handshake(endpoint, settings).over(plain);
    try {
      use(secured.socket());
    } catch (IOException e) {
      close();
      throw new TlsFailure(TlsTrouble.of(e), e);
    }
    tls = Optional.of(secured.info());
    return secured.info();
  }

  /** How the connection is encrypted; empty while it is not. */
  public Optional<TlsInfo> tls() {
    return tls;
  }

  /** What was asked for; never null. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** The address that answered, such as {@code 127.0.0.1} or {@code ::1}; never null. */
  public String address() {
    return ((InetSocketAddress) plain.getRemoteSocketAddress()).getAddress().getHostAddress();
  }

  /** Whether the peer is this very computer, where nobody can listen in on the way. */
  public boolean loopback() {
    return plain.getInetAddress().isLoopbackAddress();
  }

  /** How long connecting took; never null. */
  public Duration connectTime() {
    return connectTime;
  }

  /** The lines of the peer; never null. Another one once TLS has begun. */
  public LineInput input() {
    return input;
  }

  /**
   * Sends one line and CR LF at once.
   *
   * @throws IllegalArgumentException when the line holds CR, LF or NUL: it would be more than one
   *     line on the other side
   * @throws IOException when the connection is broken
   */
  public void writeLine(String line) throws IOException {
    queueLine(line);
    flush();
  }

  /** Like {@link #writeLine}, but the line may wait in a buffer until {@link #flush}. */
  public void queueLine(String line) throws IOException {
    if (!sendable(line)) {
      throw new IllegalArgumentException("a line may not hold CR, LF or NUL");
    }
    output.write(LosslessUtf8.encode(line));
    output.write('\r');
    output.write('\n');
  }

  /** Sends what still waits in the buffer. */
  public void flush() throws IOException {
    output.flush();
  }

  /**
   * Nothing more of importance will come: a read that takes longer than this ends with a {@link
   * java.net.SocketTimeoutException}.
   */
  public void expectEnd(Duration within) {
    try {
      socket.setSoTimeout(Math.toIntExact(within.toMillis()));
    } catch (SocketException e) {
      // Closed already: the read ends by itself.
    }
  }

  /** Whether this text is one line: it holds no CR, LF or NUL. */
  public static boolean sendable(String line) {
    return line.indexOf('\r') < 0 && line.indexOf('\n') < 0 && line.indexOf('\0') < 0;
  }

  /** Ends the connection; a second call does nothing. */
  @Override
  public void close() {
    Socket now = socket;
    if (now != plain && !plain.isClosed()) {
      // Saying that nothing more comes is a write, which can block on a peer that no longer reads.
      Thread farewell = new Thread(() -> close(now), "smtpterm-farewell");
      farewell.setDaemon(true);
      farewell.start();
      try {
        farewell.join(FAREWELL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    // Not the stream: its flush could block on a peer that no longer reads.
    close(plain);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is closed: nothing is left that could be done about it.
    }
  }
}
