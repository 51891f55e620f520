package smtpterm.shell;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import smtpterm.wire.Connector;
import smtpterm.wire.TlsSettings;

/**
 * How to connect and what to insist on, such as within 10 seconds, trusting one authority.
 *
 * @param connector how to connect
 * @param tls how to encrypt
 * @param tlsRequired whether no login and no mail is meant to go unencrypted
 * @param timeout how long to wait for any reply; empty for what the protocol lets the server take
 */
public record Terms(
    Connector connector, TlsSettings tls, boolean tlsRequired, Optional<Duration> timeout) {
  public Terms {
    Objects.requireNonNull(connector, "connector");
    Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(timeout, "timeout");
  }
}
