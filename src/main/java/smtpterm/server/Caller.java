package smtpterm.server;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * An address from which clients come: so many at once, so many commands in a minute. Safe for
 * several threads.
 */
final class Caller {
  private static final double NANOS_PER_MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final int mostPerMinute;
  private final LongSupplier nanoTime;
  private int clients;
  private double left;
  private long since;

  /**
   * @param mostPerMinute commands; who has been quiet for a minute may say as many at once
   */
  Caller(int mostPerMinute, LongSupplier nanoTime) {
    this.mostPerMinute = mostPerMinute;
    this.nanoTime = nanoTime;
    this.left = mostPerMinute;
    this.since = nanoTime.getAsLong();
  }

  /** One more client, unless there are so many already. */
  synchronized boolean enter(int most) {
    if (clients >= most) {
      return false;
    }
    clients++;
    return true;
  }

  synchronized void leave() {
    clients--;
  }

  synchronized boolean absent() {
    return clients == 0;
  }

  /** Takes one command; false when there have been too many. */
  synchronized boolean command() {
    long now = nanoTime.getAsLong();
    left = Math.min(mostPerMinute, left + (now - since) / NANOS_PER_MINUTE * mostPerMinute);
    since = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
