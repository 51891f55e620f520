package smtpterm.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some addresses that begin alike: {@code 192.0.2.0/24} is 192.0.2.0 to 192.0.2.255.
 *
 * @param first the lowest address
 * @param last the highest address; the same for a single one
 */
record Network(String first, String last) {
  private static final Pattern PREFIX = Pattern.compile("(.+?)(?:/([0-9]{1,3}))?");
  private static final Pattern FOUR =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:[.](?!$)|$)){4}");

  /** No name passes, so that nothing is looked up. */
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  /**
   * Reads {@code 192.0.2.1} or {@code 2001:db8::/32}.
   *
   * @param four whether it has to be IPv4, else it has to be IPv6
   */
  static Optional<Network> parse(String text, boolean four) {
    Matcher m = PREFIX.matcher(text);
    if (!m.matches() || !(four ? FOUR : SIX).matcher(m.group(1)).matches()) {
      return Optional.empty();
    }
    try {
      byte[] low = InetAddress.getByName(m.group(1)).getAddress();
      int bits = low.length * 8;
      int prefix = m.group(2) == null ? bits : Integer.parseInt(m.group(2));
      if (!four && bits == 32) {
        // Java makes an IPv4 address of ::ffff:192.0.2.1; it stays what it was.
        return Optional.of(new Network(m.group(1), m.group(1)));
      }
      if (prefix > bits) {
        return Optional.empty();
      }
      byte[] high = low.clone();
      for (int bit = prefix; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        low[bit / 8] &= (byte) ~mask;
        high[bit / 8] |= (byte) mask;
      }
      return Optional.of(
          new Network(
              Addresses.text(InetAddress.getByAddress(low)),
              Addresses.text(InetAddress.getByAddress(high))));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean single() {
    return first.equals(last);
  }
}
