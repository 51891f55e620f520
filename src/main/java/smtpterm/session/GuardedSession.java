package smtpterm.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Phase;
import smtpterm.wire.Line;
import smtpterm.wire.TlsInfo;
import smtpterm.wire.TlsTrouble;

/**
 * A {@link Session} that several threads may ask: one types, one reads, one waits. Every notice is
 * told under its lock, in the order of the events.
 */
final class GuardedSession {
  /** Lines of a long reply that are told at once. */
  private static final int MOST_PARTS = 500;

  private final Session session;
  private final Consumer<Notice> listener;
  private final LongSupplier clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** What was typed while TLS was about to begin; guarded by the lock. */
  private final Deque<Held> held = new ArrayDeque<>();

  private volatile SessionView view;
  private boolean waitingStopped;
  private boolean leaving;

  GuardedSession(Session session, Consumer<Notice> listener, LongSupplier clock) {
    this.session = session;
    this.listener = listener;
    this.clock = clock;
    this.view = session.view();
  }

  private record Held(String line, boolean hidden) {}

  /** What to do with a line that was typed. */
  enum Decision {
    /** It is to be sent, and was told already. */
    SEND,
    /** It waits until it is decided whether TLS begins; then it is sent, or never. */
    HOLD,
    /** The conversation is over. */
    OVER
  }

  /** How the conversation stands; takes no lock. */
  SessionView view() {
    return view;
  }

  /** A line was typed. */
  Decision typed(String line, boolean hidden) {
    lock.lock();
    try {
      if (view.ending().isPresent()) {
        return Decision.OVER;
      }
      // Ctrl-C may come before anybody waits, but not before there is something to wait for.
      waitingStopped = false;
      if (session.undecided() || !held.isEmpty()) {
        held.add(new Held(line, hidden));
        return Decision.HOLD;
      }
      tell(session.typed(line, hidden, clock.getAsLong()));
      return Decision.SEND;
    } finally {
      lock.unlock();
    }
  }

  /** A line of text is sent that nobody needs to see. */
  void poured(String line) {
    lock.lock();
    try {
      session.poured(line, clock.getAsLong());
      view = session.view();
    } finally {
      lock.unlock();
    }
  }

  /** The next line that was held and is to be sent now; it was told already. */
  Optional<String> released() {
    lock.lock();
    try {
      if (held.isEmpty() || session.undecided() || view.ending().isPresent()) {
        return Optional.empty();
      }
      if (session.tlsRefused()) {
        withhold();
        return Optional.empty();
      }
      Held next = held.remove();
      tell(session.typed(next.line(), next.hidden(), clock.getAsLong()));
      return Optional.of(next.line());
    } finally {
      lock.unlock();
    }
  }

  /** These lines were meant for an encrypted connection, and there is none. */
  private void withhold() {
    if (!held.isEmpty()) {
      int lines = held.size();
      held.clear();
      tell(new Notice.Withheld(lines));
    }
  }

  /**
   * A line of the server came.
   *
   * @param more whether another one has arrived already
   */
  void received(Line line, boolean more) {
    lock.lock();
    try {
      Optional<Notice.Replied> replied = session.received(line, clock.getAsLong());
      // Each telling costs a redrawn screen, so what has arrived is told together.
      if (replied.isPresent() || !more || session.parts() >= MOST_PARTS) {
        session.part().ifPresent(this::tell);
      }
      replied.ifPresent(this::tell);
    } finally {
      lock.unlock();
    }
  }

  /** The connection was encrypted before anything was said. */
  void opened(TlsInfo tls) {
    lock.lock();
    try {
      tell(new Notice.Secured(tls, Capabilities.none()));
    } finally {
      lock.unlock();
    }
  }

  /** TLS has begun. */
  void secured(TlsInfo tls) {
    lock.lock();
    try {
      tell(session.secured(tls));
    } finally {
      lock.unlock();
    }
  }

  /** From now on every end is the user's own. */
  void leave() {
    lock.lock();
    try {
      leaving = true;
    } finally {
      lock.unlock();
    }
  }

  /** The connection ended. */
  void ended(Ending.Cause seen, String detail) {
    lock.lock();
    try {
      if (view.ending().isEmpty()) {
        withhold();
        session.part().ifPresent(this::tell);
        tell(session.ended(leaving ? Ending.Cause.LEFT : cause(seen), detail));
      }
    } finally {
      lock.unlock();
    }
  }

  /** TLS failed, and with it the connection. */
  void failed(TlsTrouble trouble) {
    lock.lock();
    try {
      if (view.ending().isEmpty()) {
        withhold();
        tell(leaving ? session.ended(Ending.Cause.LEFT, "") : session.failed(trouble));
      }
    } finally {
      lock.unlock();
    }
  }

  private Ending.Cause cause(Ending.Cause seen) {
    if (view.progress().phase() != Phase.CLOSED) {
      return seen;
    }
    return session.saidGoodBye() ? Ending.Cause.FINISHED : Ending.Cause.SERVICE_CLOSING;
  }

  /**
   * Waits for the end, or for so long.
   *
   * @param answersSuffice whether to come back, too, when nothing is asked that is not answered
   */
  Client.Waited await(Duration longest, boolean answersSuffice) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (true) {
        if (view.ending().isPresent()) {
          return Client.Waited.ENDED;
        }
        if (answersSuffice && idle()) {
          return Client.Waited.ANSWERED;
        }
        if (waitingStopped) {
          waitingStopped = false;
          return Client.Waited.STOPPED;
        }
        if (left <= 0) {
          return Client.Waited.TIMED_OUT;
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Client.Waited.STOPPED;
    } finally {
      lock.unlock();
    }
  }

  private boolean idle() {
    return !view.serversTurn()
        && !view.securing()
        && held.isEmpty()
        && view.progress().phase() != Phase.CLOSED;
  }

  /** Makes a thread in {@link #await} come back. */
  void stopWaiting() {
    lock.lock();
    try {
      waitingStopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tell(Notice notice) {
    view = session.view();
    listener.accept(notice);
    changed.signalAll();
  }
}
