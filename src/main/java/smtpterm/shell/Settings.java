package smtpterm.shell;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import smtpterm.screen.Level;

/** What the user can set while the terminal runs. Safe for several threads. */
final class Settings {
  private volatile boolean revealed;
  private volatile Level level;
  private volatile boolean pipelining;
  private final Optional<Duration> timeout;
  private final boolean tlsRequired;

  /**
   * @param timeout how long to wait for any reply; empty for what the protocol lets the server take
   * @param tlsRequired whether no login and no mail is meant to go unencrypted
   */
  Settings(boolean revealed, Level level, Optional<Duration> timeout, boolean tlsRequired) {
    this.revealed = revealed;
    this.level = Objects.requireNonNull(level, "level");
    this.timeout = Objects.requireNonNull(timeout, "timeout");
    this.tlsRequired = tlsRequired;
  }

  /** Whether secrets are shown. */
  boolean revealed() {
    return revealed;
  }

  void reveal(boolean on) {
    revealed = on;
  }

  /** Whether commands go out without waiting for the reply to the one before. */
  boolean pipelining() {
    return pipelining;
  }

  void pipelining(boolean on) {
    pipelining = on;
  }

  Level level() {
    return level;
  }

  void explain(Level now) {
    level = Objects.requireNonNull(now, "now");
  }

  Optional<Duration> timeout() {
    return timeout;
  }

  /** Whether no login and no mail is meant to go unencrypted. */
  boolean tlsRequired() {
    return tlsRequired;
  }
}
