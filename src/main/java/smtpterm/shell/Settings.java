package smtpterm.shell;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import smtpterm.screen.Level;

/** What holds while the terminal runs, and what the user can change of it. Thread-safe. */
final class Settings {
  private final Map<Preference, String> chosen = new ConcurrentHashMap<>();
  private final Map<Preference, Consumer<String>> followers = new EnumMap<>(Preference.class);
  private volatile Optional<Duration> timeout;
  private volatile boolean tlsRequired;

  /**
   * @param chosen what differs from the usual at the start
   * @param timeout how long to wait for any reply; empty for what the protocol lets the server take
   * @param tlsRequired whether no login and no mail is meant to go unencrypted
   */
  Settings(Map<Preference, String> chosen, Optional<Duration> timeout, boolean tlsRequired) {
    for (Preference preference : Preference.values()) {
      set(preference, chosen.getOrDefault(preference, preference.choices().get(0)));
    }
    this.timeout = Objects.requireNonNull(timeout, "timeout");
    this.tlsRequired = tlsRequired;
  }

  /** What this one is set to: one of its values. */
  String of(Preference preference) {
    return chosen.get(preference);
  }

  /** Whether this one is {@code on}. */
  boolean on(Preference preference) {
    return of(preference).equals("on");
  }

  /**
   * Sets this one.
   *
   * @throws IllegalArgumentException when that is none of its values
   */
  void set(Preference preference, String value) {
    if (!preference.choices().contains(value)) {
      throw new IllegalArgumentException(preference + " " + value);
    }
    chosen.put(preference, value);
    Optional.ofNullable(followers.get(preference)).ifPresent(follower -> follower.accept(value));
  }

  /**
   * Tells somebody the present value, and each later one.
   *
   * <p>To be said while the terminal is put together, before other threads look at it.
   */
  void follow(Preference preference, Consumer<String> follower) {
    followers.put(preference, follower);
    follower.accept(of(preference));
  }

  /** Whether secrets are shown. */
  boolean revealed() {
    return on(Preference.REVEAL);
  }

  void reveal(boolean on) {
    set(Preference.REVEAL, on ? "on" : "off");
  }

  /** Whether commands go out without waiting for the reply to the one before. */
  boolean pipelining() {
    return on(Preference.PIPELINING);
  }

  Level level() {
    return Level.valueOf(of(Preference.EXPLAIN).toUpperCase(Locale.ROOT));
  }

  /** From now on the terms of this server hold. */
  void hold(Terms terms) {
    timeout = terms.timeout();
    tlsRequired = terms.tlsRequired();
  }

  Optional<Duration> timeout() {
    return timeout;
  }

  /** Whether no login and no mail is meant to go unencrypted. */
  boolean tlsRequired() {
    return tlsRequired;
  }
}
