package smtpterm.sasl;

import java.util.Objects;

/**
 * Where somebody logs in: {@code smtp} at {@code mail.kolleg.de}, port 25.
 *
 * @param service the registered name of the service: {@code smtp}, {@code lmtp} or {@code pop}
 * @param host as the user wrote it; never blank
 * @param port 0 where it does not matter
 */
public record Place(String service, String host, int port) {
  public Place {
    Objects.requireNonNull(service, "service");
    if (host.isBlank()) {
      throw new IllegalArgumentException("host is blank");
    }
  }
}
