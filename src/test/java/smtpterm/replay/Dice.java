package smtpterm.replay;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way each time. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** True in so many of a hundred cases. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From 0 to this, without it. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of these. */
  @SafeVarargs
  final <T> T one(T... all) {
    return all[random.nextInt(all.length)];
  }

  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
