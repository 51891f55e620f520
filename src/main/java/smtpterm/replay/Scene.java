package smtpterm.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import smtpterm.protocol.Patience;
import smtpterm.script.Place;
import smtpterm.session.Client;
import smtpterm.session.Ending;
import smtpterm.session.Turn;

/** How a run stands: its connection, what has failed, how long to wait. */
final class Scene {
  private final Audience audience;
  private final Manner manner;
  private final Tools tools;
  private final Cursor cursor;
  private final List<Failure> failures = new ArrayList<>();
  private volatile Optional<Link> link = Optional.empty();
  private Optional<Duration> limit = Optional.empty();
  private Optional<IOException> noConnection = Optional.empty();
  private boolean mayEnd;
  private volatile boolean stopped;
  private volatile boolean leaving;

  Scene(Audience audience, Manner manner, Cursor cursor) {
    this.audience = audience;
    this.manner = manner;
    this.tools = Tools.of(manner, audience);
    this.cursor = cursor;
  }

  Audience audience() {
    return audience;
  }

  Manner manner() {
    return manner;
  }

  Tools tools() {
    return tools;
  }

  Cursor cursor() {
    return cursor;
  }

  /** The connection, whether it still stands or not; empty before the first. */
  Optional<Link> link() {
    return link;
  }

  /** From now on this is the connection. */
  void enter(Link now) throws Over {
    link = Optional.of(now);
    mayEnd = false;
    goesOn();
  }

  /** The end of this connection is as it should be. */
  void mayEnd() {
    mayEnd = true;
  }

  /** The file wants replies within this time. */
  void limit(Duration longest) {
    limit = Optional.of(longest);
  }

  /** How long to wait for what is asked now: file and command line, or else what the RFCs allow. */
  Duration patience() {
    return limit().orElseGet(() -> link.map(l -> l.view().patience()).orElse(Patience.USUAL));
  }

  /** The shorter of what the file and the command line say. */
  Optional<Duration> limit() {
    Optional<Duration> given = manner.timeout();
    return limit.isPresent() && given.isPresent()
        ? limit.filter(l -> l.compareTo(given.get()) <= 0).or(() -> given)
        : limit.or(() -> given);
  }

  /** A failure is told; comes back only where the run goes on. */
  void fail(Failure failure) throws Over {
    Failure shown = tools.masks().masked(failure);
    failures.add(shown);
    boolean on = audience.failed(shown);
    if (!on || failure.last()) {
      throw new Over();
    }
  }

  /** No connection came about. */
  void fail(Failure failure, IOException why) throws Over {
    noConnection = Optional.of(why);
    fail(failure);
  }

  /** Whatever came unasked and is not in the file. */
  void unaskedLeft(Place at) throws Over {
    if (link.isEmpty() || link.get().raw()) {
      return;
    }
    for (Optional<Turn> turn = link.get().inbox().takeUnasked();
        turn.isPresent();
        turn = link.get().inbox().takeUnasked()) {
      fail(
          Failure.of(at, Failure.Kind.UNASKED, turn.get().reply().lines().get(0))
              .after(turn.get()));
    }
  }

  List<Failure> failures() {
    return failures;
  }

  Optional<IOException> noConnection() {
    return noConnection;
  }

  /** How the connection was lost, where that is a part of what failed. */
  Optional<Ending> lost() {
    return failures.isEmpty() || mayEnd
        ? Optional.empty()
        : link.flatMap(l -> l.view().ending()).filter(Ending::lost);
  }

  boolean stopped() {
    return stopped || leaving;
  }

  /** Throws where somebody has broken off the run. */
  void goesOn() throws Over {
    if (stopped) {
      link.map(Link::client).ifPresent(Client::close);
    }
    if (stopped()) {
      throw new Over();
    }
  }

  /** Waits, unless somebody breaks off the run. */
  synchronized void rest(Duration time) throws Over {
    long end = System.nanoTime() + time.toNanos();
    try {
      long left = time.toMillis();
      while (left > 0 && !stopped()) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
    goesOn();
  }

  /** Ends the run and the connection. */
  void stop() {
    stopped = true;
    link.map(Link::client).ifPresent(Client::close);
    wake();
  }

  /** Ends the run, and leaves the connection. */
  void leave() {
    leaving = true;
    wake();
  }

  private void wake() {
    link.map(Link::inbox).ifPresent(Inbox::wake);
    synchronized (this) {
      notifyAll();
    }
  }
}
