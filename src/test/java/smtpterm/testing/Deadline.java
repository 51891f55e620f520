package smtpterm.testing;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for an event, but not for ever. Only a failing test waits until the end. */
final class Deadline {

  private static final long SECONDS = 30;

  private Deadline() {}

  /**
   * Waits until {@code happened}; each change that matters is notified on the monitor, whose lock
   * the caller holds.
   *
   * @param event names it for the message of a failed test
   */
  static void await(Object monitor, String event, BooleanSupplier happened) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!happened.getAsBoolean()) {
      long rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (rest <= 0) {
        throw new AssertionError("Waited in vain for " + event);
      }
      try {
        monitor.wait(rest);
      } catch (InterruptedException e) {
        throw new AssertionError("Interrupted while waiting for " + event, e);
      }
    }
  }

  /** Waits for the end of a thread. */
  static void join(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted while waiting for the end of " + thread, e);
    }
    if (thread.isAlive()) {
      throw new AssertionError("Waited in vain for the end of " + thread);
    }
  }
}
