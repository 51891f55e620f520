package smtpterm.typing;

import java.time.Clock;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where and when somebody types: on the computer {@code laptop}, today.
 *
 * @param computer what EHLO calls this computer; must not wait
 * @param clock the present time and zone
 * @param random for what nobody else in the world may have
 */
public record Here(Supplier<String> computer, Clock clock, LongSupplier random) {
  public Here {
    Objects.requireNonNull(computer, "computer");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(random, "random");
  }
}
