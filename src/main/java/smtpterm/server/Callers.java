package smtpterm.server;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * All addresses from which clients came lately: who hangs up and comes again is still the same.
 * Safe for several threads.
 */
final class Callers {
  /** Addresses that are remembered when nobody is there from them. */
  private static final int REMEMBERED = 1_000;

  private final Limits limits;
  private final LongSupplier nanoTime;
  private final Map<String, Caller> callers = new LinkedHashMap<>(16, 0.75f, true);

  Callers(Limits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /** One more client from this address; nothing when there are too many from there. */
  synchronized Optional<Caller> enter(String address) {
    Caller caller =
        callers.computeIfAbsent(address, a -> new Caller(limits.commandsPerMinute(), nanoTime));
    if (!caller.enter(limits.clientsPerAddress())) {
      return Optional.empty();
    }
    forget();
    return Optional.of(caller);
  }

  synchronized int remembered() {
    return callers.size();
  }

  /** The oldest goes, unless somebody is there from it; so many can only be there as may be. */
  private void forget() {
    Iterator<Caller> oldest = callers.values().iterator();
    while (callers.size() > REMEMBERED && oldest.hasNext()) {
      if (oldest.next().absent()) {
        oldest.remove();
      }
    }
  }
}
