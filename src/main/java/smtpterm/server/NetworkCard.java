package smtpterm.server;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A way into a network: {@code eth0} with the address 192.168.1.20.
 *
 * @param name as the system calls it, with what it calls it for people behind it
 * @param up whether it is in use
 * @param pointToPoint whether there is just one other computer behind it, as in a tunnel
 * @param addresses this computer's addresses there
 */
public record NetworkCard(
    String name, boolean up, boolean pointToPoint, List<InetAddress> addresses) {
  public NetworkCard {
    Objects.requireNonNull(name, "name");
    addresses = List.copyOf(addresses);
  }

  /** Those of this computer. */
  public static List<NetworkCard> all() {
    List<NetworkCard> cards = new ArrayList<>();
    try {
      for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        cards.add(
            new NetworkCard(
                card.getName() + " " + card.getDisplayName(),
                card.isUp(),
                card.isPointToPoint(),
                card.inetAddresses().toList()));
      }
    } catch (SocketException e) {
      // What cannot be asked for is not there.
    }
    return cards;
  }
}
