package smtpterm.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/** Writes addresses as people do: {@code 192.0.2.1}, {@code 2001:db8::1} (RFC 5952). */
final class Addresses {
  private Addresses() {}

  static String text(InetAddress address) {
    return address instanceof Inet6Address six ? six(six.getAddress()) : address.getHostAddress();
  }

  /** Hexadecimal groups without leading zeros, the longest run of zero groups as {@code ::}. */
  private static String six(byte[] octets) {
    int[] groups = new int[8];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = ((octets[2 * i] & 0xFF) << 8) | (octets[2 * i + 1] & 0xFF);
    }
    int from = 0;
    int run = 0;
    for (int i = 0; i < groups.length; i++) {
      int end = i;
      while (end < groups.length && groups[end] == 0) {
        end++;
      }
      // RFC 5952 4.2.2 and 4.2.3: never for a single group, and the first of equal ones.
      if (end - i > Math.max(run, 1)) {
        from = i;
        run = end - i;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < groups.length; i++) {
      if (run > 0 && i == from) {
        text.append("::");
        i += run - 1;
      } else {
        boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(String.format(Locale.ROOT, "%x", groups[i]));
      }
    }
    return text.toString();
  }
}
