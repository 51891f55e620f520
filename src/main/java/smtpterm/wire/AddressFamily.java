package smtpterm.wire;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses of a name are tried: all, or with {@code -4} or {@code -6} only these. */
public enum AddressFamily {
  ANY,
  IPV4,
  IPV6;

  boolean takes(InetAddress address) {
    return switch (this) {
      case ANY -> true;
      case IPV4 -> address instanceof Inet4Address;
      case IPV6 -> address instanceof Inet6Address;
    };
  }
}
