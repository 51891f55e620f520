package smtpterm.session;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.wire.Connection;
import smtpterm.wire.Line;

/**
 * The live client of one conversation: {@code type("EHLO laptop")} sends it, a thread of its own
 * reads the replies, and every event is told in its order.
 *
 * <p>Notices are told while the client's lock is held, from whichever thread caused them; a
 * listener may look at {@link #view}, which takes no lock, but must not call back.
 */
public final class Client implements Closeable {
  /** How long a server that said good-bye may take to close. */
  private static final Duration GOOD_BYE = Duration.ofSeconds(1);

  /** Lines of a long reply that are told at once. */
  private static final int MOST_PARTS = 500;

  private final Connection connection;
  private final Session session;
  private final Consumer<Notice> listener;
  private final LongSupplier clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Object writing = new Object();
  private final Condition changed = lock.newCondition();
  private volatile SessionView view;
  private boolean waitingStopped;
  private boolean leaving;

  /**
   * A client that talks over this connection; {@link #start} makes it listen.
   *
   * @param listener is told every notice
   * @param clock nanoseconds, such as {@link System#nanoTime}
   */
  public Client(
      Connection connection, Dialect dialect, Consumer<Notice> listener, LongSupplier clock) {
    this.connection = Objects.requireNonNull(connection, "connection");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.session = new Session(dialect, clock.getAsLong());
    this.view = session.view();
  }

  /** Begins to read what the server says. To be called once. */
  public void start() {
    Thread reader = new Thread(this::read, "smtpterm-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** How the conversation stands; never null, takes no lock. */
  public SessionView view() {
    return view;
  }

  /** Sends one line as it is, CR LF added; see {@link #type(String, boolean)}. */
  public boolean type(String line) {
    return type(line, false);
  }

  /**
   * Sends one line as it is, CR LF added.
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
      lock.lock();
      try {
        if (view.ending().isPresent()) {
          return false;
        }
        // Ctrl-C may come before anybody waits, but not before there is something to wait for.
        waitingStopped = false;
        tell(session.typed(line, hidden, clock.getAsLong()));
      } finally {
        lock.unlock();
      }
      try {
        connection.queueLine(line);
        if (now) {
          connection.flush();
        }
      } catch (IOException e) {
        // The reader meets the same failure, after the server's last words.
        connection.expectEnd(GOOD_BYE);
      }
      return true;
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
      if (view.next() != LineKind.TEXT) {
        return false;
      }
      lock.lock();
      try {
        session.poured(stuffed, clock.getAsLong());
        view = session.view();
      } finally {
        lock.unlock();
      }
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

  /** Why {@link #await} came back. */
  public enum Waited {
    /** Nothing is asked that is not answered. */
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
    return await(longest, true);
  }

  /** Waits for the end, or for so long. */
  public Waited awaitEnd(Duration longest) {
    return await(longest, false);
  }

  private Waited await(Duration longest, boolean answersSuffice) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (true) {
        if (view.ending().isPresent()) {
          return Waited.ENDED;
        }
        boolean answered = !view.serversTurn() && view.progress().phase() != Phase.CLOSED;
        if (answersSuffice && answered) {
          return Waited.ANSWERED;
        }
        if (waitingStopped) {
          waitingStopped = false;
          return Waited.STOPPED;
        }
        if (left <= 0) {
          return Waited.TIMED_OUT;
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Waited.STOPPED;
    } finally {
      lock.unlock();
    }
  }

  /** Makes a thread in {@link #await} come back; for Ctrl-C. */
  public void stopWaiting() {
    lock.lock();
    try {
      waitingStopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the conversation from this side, without a word to the server. */
  @Override
  public void close() {
    lock.lock();
    try {
      leaving = true;
    } finally {
      lock.unlock();
    }
    connection.close();
    end(Ending.Cause.LEFT, "");
  }

  private void read() {
    try {
      Line line = connection.input().read();
      while (line != null) {
        received(line);
        line = connection.input().read();
      }
      end(Ending.Cause.SERVER_CLOSED, "");
    } catch (SocketTimeoutException e) {
      end(Ending.Cause.SERVER_CLOSED, "");
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      boolean reset = message.contains("reset") || message.contains("Broken pipe");
      end(reset ? Ending.Cause.RESET : Ending.Cause.BROKEN, message);
    }
  }

  private void received(Line line) {
    lock.lock();
    try {
      Optional<Notice.Replied> replied = session.received(line, clock.getAsLong());
      // Each telling costs a redrawn screen, so what has arrived is told together.
      boolean more = connection.input().buffered() > 0 && session.parts() < MOST_PARTS;
      if (replied.isPresent() || !more) {
        session.part().ifPresent(this::tell);
      }
      replied.ifPresent(this::tell);
      if (session.view().progress().phase() == Phase.CLOSED) {
        connection.expectEnd(GOOD_BYE);
      }
    } finally {
      lock.unlock();
    }
  }

  private void end(Ending.Cause seen, String detail) {
    lock.lock();
    try {
      if (view.ending().isPresent()) {
        return;
      }
      session.part().ifPresent(this::tell);
      tell(session.ended(leaving ? Ending.Cause.LEFT : cause(seen), detail));
    } finally {
      lock.unlock();
      connection.close();
    }
  }

  private Ending.Cause cause(Ending.Cause seen) {
    if (view.progress().phase() != Phase.CLOSED) {
      return seen;
    }
    return session.saidGoodBye() ? Ending.Cause.FINISHED : Ending.Cause.SERVICE_CLOSING;
  }

  private void tell(Notice notice) {
    view = session.view();
    listener.accept(notice);
    changed.signalAll();
  }
}
