package smtpterm.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many octets of mail may be in memory, shared by all clients and mailboxes. Safe for several
 * threads.
 */
final class ByteBudget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  ByteBudget(long limit) {
    this.limit = limit;
  }

  /** Takes so many octets; false, and nothing is taken, when they are not there. */
  boolean take(long octets) {
    long before = used.get();
    while (before + octets <= limit) {
      if (used.compareAndSet(before, before + octets)) {
        return true;
      }
      before = used.get();
    }
    return false;
  }

  /** Takes so many octets that are there already, even when that is more than there may be. */
  void owe(long octets) {
    used.addAndGet(octets);
  }

  /** Gives so many octets back that were taken before. */
  void give(long octets) {
    used.addAndGet(-octets);
  }

  long used() {
    return used.get();
  }

  long free() {
    return limit - used.get();
  }
}
