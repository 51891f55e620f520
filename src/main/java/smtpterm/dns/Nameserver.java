package smtpterm.dns;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The DNS server to ask, such as {@code 127.0.0.1:5353} or {@code [::1]:53}.
 *
 * @param host a name or an address, an IPv6 address without its brackets; never blank
 * @param port 1 to 65535
 */
public record Nameserver(String host, int port) {
  private static final int DNS = 53;

  /** A host that is no IPv6 address, or such an address in brackets; then perhaps a port. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:\\[(?<six>[0-9A-Fa-f:.%]*:[^\\]\\s]*)\\]|(?<host>[^\\[\\]:\\s/@]+))(?::(?<port>[0-9]{1,5}))?");

  public Nameserver {
    Objects.requireNonNull(host, "host");
    if (host.isBlank()) {
      throw new IllegalArgumentException("host is blank");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port);
    }
  }

  /**
   * Reads {@code HOST}, {@code HOST:PORT} or {@code [IPV6]:PORT}; without a port it is 53.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static Nameserver parse(String typed) {
    Matcher m = SHAPE.matcher(typed);
    if (!m.matches()) {
      throw new IllegalArgumentException(typed);
    }
    String host = m.group("six") == null ? m.group("host") : m.group("six");
    return new Nameserver(host, m.group("port") == null ? DNS : Integer.parseInt(m.group("port")));
  }

  /** As it is typed: {@code host:port}, an IPv6 address in brackets. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
