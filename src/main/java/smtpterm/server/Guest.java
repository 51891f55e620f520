package smtpterm.server;

import java.util.Objects;

/**
 * A client as others see it: the fifth one, for SMTP, from 192.168.1.23, logged in as anna.
 *
 * @param number counted from 1 since the server started
 * @param service what it came for
 * @param address its IP address
 * @param user who is logged in; empty as long as nobody is
 * @param encrypted whether nobody on the way can listen
 */
public record Guest(long number, Service service, String address, String user, boolean encrypted) {
  public Guest {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(user, "user");
  }

  Guest named(String name) {
    return name.equals(user) ? this : new Guest(number, service, address, name, encrypted);
  }

  Guest throughTls() {
    return new Guest(number, service, address, user, true);
  }
}
