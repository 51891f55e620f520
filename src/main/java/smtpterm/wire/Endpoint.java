package smtpterm.wire;

import java.util.Objects;

/**
 * A host and a port, such as {@code mail.example:25} or {@code [::1]:25}.
 *
 * @param host a name or an address as the user typed it, an IPv6 address without its brackets;
 *     never blank
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
  public Endpoint {
    Objects.requireNonNull(host, "host");
    if (host.isBlank()) {
      throw new IllegalArgumentException("host is blank");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port);
    }
  }

  /** As it is typed: {@code host:port}, an IPv6 address in brackets. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
