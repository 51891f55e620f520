package smtpterm.bench;

import java.util.List;
import java.util.Locale;

/**
 * Measured times, such as those of 500 keys.
 *
 * @param nanos each one, in the order in which it was measured
 */
record Latencies(List<Long> nanos) {
  Latencies {
    nanos = List.copyOf(nanos);
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  /** The time that this share of all stays below, in milliseconds; 1.0 is the longest. */
  double millis(double share) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n=%4d  median %6.2f ms  p90 %6.2f ms  p99 %6.2f ms  max %6.2f ms",
        nanos.size(),
        millis(0.5),
        millis(0.9),
        millis(0.99),
        millis(1));
  }
}
