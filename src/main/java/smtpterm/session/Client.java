package smtpterm.session;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.wire.Connection;
import smtpterm.wire.Line;
import smtpterm.wire.TlsSettings;
import smtpterm.wire.TlsTrouble;

/**
 * The live client of one conversation: {@code type("EHLO laptop")} sends it, a thread of its own
 * reads the replies, and every event is told in its order.
 *
 * <p>When the server allows TLS, that thread shakes hands before it reads on. What is typed from
 * the STARTTLS on until then waits, and goes out encrypted, or never.
 *
 * <p>Notices are told while the client's lock is held, from whichever thread caused them; a
 * listener may look at {@link #view}, which takes no lock, but must not call back.
 */
public final class Client implements Closeable {
  /** How long a server that said good-bye may take to close. */
  public static final Duration GOOD_BYE = Duration.ofSeconds(1);

  private final Connection connection;
  private final GuardedSession session;
  private final TlsSettings tls;
  private final Object writing = new Object();
  private volatile boolean brokenOff;
  private volatile boolean lingered;

  /**
   * A client that talks over this connection; {@link #start} makes it listen.
   *
   * @param listener is told every notice
   * @param clock nanoseconds, such as {@link System#nanoTime}
   * @param tls how to encrypt when the user asks the server for it
   */
  public Client(
      Connection connection,
      Dialect dialect,
      Consumer<Notice> listener,
      LongSupplier clock,
      TlsSettings tls) {
    this.connection = Objects.requireNonNull(connection, "connection");
    this.tls = Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(listener, "listener");
    this.session =
        new GuardedSession(
            new Session(dialect, clock.getAsLong(), connection.tls()), listener, clock);
  }

  /**
   * Begins to read what the server says. To be called once. Tells first how the connection is
   * encrypted, if it is.
   */
  public void start() {
    connection.tls().ifPresent(session::opened);
    Thread reader = new Thread(this::read, "smtpterm-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** How the conversation stands; never null, takes no lock. */
  public SessionView view() {
    return session.view();
  }

  /** Whether the server is on this computer, so that nobody can listen in on the way. */
  public boolean loopback() {
    return connection.loopback();
  }

  /** Sends one line as it is, CR LF added; see {@link #type(String, boolean)}. */
  public boolean type(String line) {
    return type(line, false);
  }

  /**
   * Sends one line as it is, CR LF added. While TLS is about to begin it waits.
   *
   * @param hidden whether it was typed where a secret was due
   * @return false when the conversation is over, so that nothing was sent
   * @throws IllegalArgumentException when the line holds CR, LF or NUL
   */
  public boolean type(String line, boolean hidden) {
    return type(line, hidden, true);
  }

  /** Like {@link #type(String, boolean)}, but the line may wait for the next one that is typed. */
  public boolean typeLater(String line, boolean hidden) {
    return type(line, hidden, false);
  }

  private boolean type(String line, boolean hidden, boolean now) {
    if (!Connection.sendable(line)) {
      throw new IllegalArgumentException("a line may not hold CR, LF or NUL");
    }
    // Not under the lock: a peer that does not read must not keep us from hearing it.
    synchronized (writing) {
      GuardedSession.Decision decision = session.typed(line, hidden);
      if (decision == GuardedSession.Decision.SEND) {
        write(line, now);
      }
      return decision != GuardedSession.Decision.OVER;
    }
  }

  private void write(String line, boolean now) {
    try {
      connection.queueLine(line);
      if (now) {
        connection.flush();
      }
    } catch (IOException e) {
      // The reader meets the same failure, after the server's last words.
      connection.expectEnd(GOOD_BYE);
    }
  }

  /**
   * Sends a line of message text that nobody needs to see, perhaps later with others.
   *
   * @param stuffed the line, after DATA with its dot doubled where it starts with one
   * @return false when the server no longer takes message text
   */
  public boolean pourText(String stuffed) throws IOException {
    synchronized (writing) {
      if (view().next() != LineKind.TEXT) {
        return false;
      }
      session.poured(stuffed);
      connection.queueLine(stuffed);
      return true;
    }
  }

  /** Sends what {@link #pourText} left waiting. */
  public void flush() throws IOException {
    synchronized (writing) {
      connection.flush();
    }
  }

  /**
   * Whether the server said good-bye and then did not close, so that this side did after a second.
   */
  public boolean lingered() {
    return lingered;
  }

  /** Why {@link #await} came back. */
  public enum Waited {
    /** Nothing is asked that is not answered, and TLS is not about to begin. */
    ANSWERED,
    /** The conversation is over. */
    ENDED,
    /** The time is up. */
    TIMED_OUT,
    /** {@link #stopWaiting} was called. */
    STOPPED
  }

  /** Waits until all is answered, the end, or for so long. */
  public Waited await(Duration longest) {
    return session.await(longest, true);
  }

  /** Waits for the end, or for so long. */
  public Waited awaitEnd(Duration longest) {
    return session.await(longest, false);
  }

  /**
   * Makes a thread in {@link #await} come back; for Ctrl-C. A handshake under way cannot be left
   * half done, so it ends with the connection.
   */
  public void stopWaiting() {
    if (view().securing()) {
      brokenOff = true;
      connection.close();
    }
    session.stopWaiting();
  }

  /** Ends the conversation from this side, without a word to the server. */
  @Override
  public void close() {
    session.leave();
    connection.close();
    session.ended(Ending.Cause.LEFT, "");
  }

  private void read() {
    try {
      Line line = connection.input().read();
      while (line != null) {
        received(line);
        line = connection.input().read();
      }
      session.ended(Ending.Cause.SERVER_CLOSED, "");
    } catch (SocketTimeoutException e) {
      lingered = true;
      session.ended(Ending.Cause.SERVER_CLOSED, "");
    } catch (IOException e) {
      broken(e);
    } finally {
      connection.close();
    }
  }

  private void broken(IOException e) {
    Optional<TlsTrouble> trouble = TlsTrouble.in(e);
    if (trouble.isPresent()) {
      session.failed(brokenOff ? trouble.get().as(TlsTrouble.Kind.BROKEN_OFF) : trouble.get());
    } else {
      String message = String.valueOf(e.getMessage());
      boolean reset = message.contains("reset") || message.contains("Broken pipe");
      session.ended(reset ? Ending.Cause.RESET : Ending.Cause.BROKEN, message);
    }
  }

  private void received(Line line) throws IOException {
    session.received(line, connection.input().buffered() > 0);
    if (view().progress().phase() == Phase.CLOSED) {
      connection.expectEnd(GOOD_BYE);
    }
    if (view().securing()) {
      secure();
    }
    synchronized (writing) {
      for (Optional<String> held = session.released();
          held.isPresent();
          held = session.released()) {
        write(held.get(), true);
      }
    }
  }

  /** Here and nowhere else: another thread would have its part of the handshake taken by us. */
  private void secure() throws IOException {
    synchronized (writing) {
      // Whoever still writes the line that asked for TLS comes to its end first, in the clear.
      connection.flush();
    }
    session.secured(connection.secure(tls));
  }
}
