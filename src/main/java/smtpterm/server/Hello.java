package smtpterm.server;

import java.util.Objects;

/**
 * How a client introduced itself: {@code EHLO laptop}.
 *
 * @param name what it called itself; empty before it said so
 * @param extended whether it said EHLO and not HELO
 */
record Hello(String name, boolean extended) {
  static final Hello NOT_YET = new Hello("", false);

  Hello {
    Objects.requireNonNull(name, "name");
  }

  boolean said() {
    return !name.isEmpty();
  }
}
