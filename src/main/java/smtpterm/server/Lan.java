package smtpterm.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * At which of its addresses a computer can be reached by a class in the same network: {@code
 * 192.168.1.20}.
 *
 * <p>An address that the whole Internet can reach is none of them: a practice server has nothing to
 * do there. Nor is one of a network that exists only inside this computer.
 *
 * @param addresses the best one first; perhaps none
 * @param publicOnes those that were left out because the Internet could reach them
 */
public record Lan(List<InetAddress> addresses, List<InetAddress> publicOnes) {
  /** Networks between this computer and the machines it pretends to be, and tunnels. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "(docker|br-|veth|virbr|lxc|lxd|cni|podman|vmnet|vboxnet|vnic|tun|tap|utun|wg|zt|ppp).*"
              + "|.*(virtual|hyper-v|vmware|virtualbox|wsl|tunnel|vpn).*");

  /** Of a documentation network, so nothing is there (RFC 5737); and nothing is ever sent. */
  private static final byte[] FAR_AWAY = {(byte) 192, 0, 2, 1};

  public Lan {
    addresses = List.copyOf(addresses);
    publicOnes = List.copyOf(publicOnes);
  }

  /** Of this computer. */
  public static Lan here() {
    return of(NetworkCard.all(), wayOut());
  }

  /**
   * Of a computer with these network cards.
   *
   * @param wayOut the address from which it would reach the Internet, if any: most likely that of
   *     the network in which the class is
   */
  public static Lan of(List<NetworkCard> cards, Optional<InetAddress> wayOut) {
    List<InetAddress> reachable = new ArrayList<>();
    List<InetAddress> open = new ArrayList<>();
    for (NetworkCard card : cards) {
      boolean outside =
          card.up()
              && !card.pointToPoint()
              && !INSIDE.matcher(card.name().toLowerCase(Locale.ROOT)).matches();
      for (InetAddress address : outside ? card.addresses() : List.<InetAddress>of()) {
        if (rank(address).compareTo(Rank.PUBLIC) < 0) {
          reachable.add(address);
        } else if (rank(address) == Rank.PUBLIC) {
          open.add(address);
        }
      }
    }
    reachable.sort(
        Comparator.comparing((InetAddress a) -> !wayOut.equals(Optional.of(a)))
            .thenComparing(Lan::rank));
    return new Lan(reachable, open);
  }

  /** Kinds of addresses, the easiest to type first. */
  private enum Rank {
    /** RFC 1918. */
    PRIVATE,
    /** RFC 4193. */
    UNIQUE_LOCAL,
    /** RFC 3927: what a computer takes where nobody gives it an address. */
    SELF_GIVEN,
    PUBLIC,
    /** Loopback, multicast, and those that need the name of an interface behind them. */
    USELESS
  }

  private static Rank rank(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isMulticastAddress()
        || address.isAnyLocalAddress()) {
      return Rank.USELESS;
    }
    if (address instanceof Inet4Address) {
      return address.isSiteLocalAddress()
          ? Rank.PRIVATE
          : address.isLinkLocalAddress() ? Rank.SELF_GIVEN : Rank.PUBLIC;
    }
    if (address.isLinkLocalAddress() || !(address instanceof Inet6Address)) {
      return Rank.USELESS;
    }
    boolean unique = (address.getAddress()[0] & 0xFE) == 0xFC;
    return unique ? Rank.UNIQUE_LOCAL : Rank.PUBLIC;
  }

  /** Asks the system which way it would take; no packet leaves. */
  private static Optional<InetAddress> wayOut() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByAddress(FAR_AWAY), 9));
      InetAddress own = socket.getLocalAddress();
      return own.isAnyLocalAddress() ? Optional.empty() : Optional.of(own);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
