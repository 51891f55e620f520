package smtpterm.knowledge;

import java.util.Optional;

/** Reads the numbers that servers put behind keywords. */
final class Numbers {
  private Numbers() {}

  /** A number above zero of up to 18 digits; empty for anything else. */
  static Optional<Long> positive(String text) {
    return text.matches("[0-9]{1,18}")
        ? Optional.of(Long.valueOf(text)).filter(n -> n > 0)
        : Optional.empty();
  }
}
