package smtpterm.server;

import java.util.Objects;

/**
 * What is known of a client by now: it came over TLS, calls itself laptop and is logged in as anna.
 *
 * @param channel how it is connected
 * @param hello how it introduced itself
 * @param user who is logged in; empty when nobody is
 */
record Client(Channel channel, Hello hello, String user) {
  Client {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(hello, "hello");
    Objects.requireNonNull(user, "user");
  }

  /** A client that has said nothing yet. */
  static Client on(Channel channel) {
    return new Client(channel, Hello.NOT_YET, "");
  }

  /** The same under this name. */
  Client saying(Hello said) {
    return new Client(channel, said, user);
  }

  /** The same, logged in. */
  Client as(String name) {
    return new Client(channel, hello, name);
  }

  /** Nothing of what was said before TLS counts behind it (RFC 3207 section 4.2). */
  Client secured() {
    return on(channel.secured());
  }

  boolean loggedIn() {
    return !user.isEmpty();
  }

  boolean is(Channel.Role role) {
    return channel.role() == role;
  }
}
