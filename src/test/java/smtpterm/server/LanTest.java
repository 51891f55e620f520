package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which addresses a class can reach, and which nobody else must. */
final class LanTest {
  private static InetAddress address(String number) {
    try {
      // A number is never looked up.
      return InetAddress.getByName(number);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static NetworkCard card(String name, String... addresses) {
    return new NetworkCard(
        name, true, false, Arrays.stream(addresses).map(LanTest::address).toList());
  }

  private static List<String> numbers(List<InetAddress> addresses) {
    return addresses.stream().map(InetAddress::getHostAddress).toList();
  }

  private static Lan lan(NetworkCard... cards) {
    return Lan.of(List.of(cards), Optional.empty());
  }

  @Test
  void anAddressOfAPrivateNetworkIsTaken() {
    Lan lan =
        lan(
            card("lo", "127.0.0.1", "::1"),
            card("eth0", "fe80::1", "fd00:1::5", "192.168.1.20"),
            card("wlan0", "10.0.0.5", "172.16.3.4"));
    assertThat(numbers(lan.addresses()))
        .containsExactly("192.168.1.20", "10.0.0.5", "172.16.3.4", "fd00:1:0:0:0:0:0:5");
    assertThat(lan.publicOnes()).isEmpty();
  }

  @Test
  void whatTheInternetCouldReachIsLeftOutAndNamed() {
    Lan lan = lan(card("eth0", "141.20.1.7", "2001:db8::7", "172.32.0.1", "192.169.0.1"));
    assertThat(lan.addresses()).isEmpty();
    assertThat(numbers(lan.publicOnes()))
        .containsExactly("141.20.1.7", "2001:db8:0:0:0:0:0:7", "172.32.0.1", "192.169.0.1");
  }

  @Test
  void networksInsideThisComputerAndTunnelsDoNotCount() {
    Lan lan =
        lan(
            card("docker0 docker0", "172.17.0.1"),
            card("virbr0", "192.168.122.1"),
            card("eth5 Hyper-V Virtual Ethernet Adapter", "172.28.0.1"),
            card("tun0", "10.8.0.2"),
            new NetworkCard("eth1", true, true, List.of(address("10.9.0.2"))),
            new NetworkCard("eth2", false, false, List.of(address("10.9.0.3"))));
    assertThat(lan.addresses()).isEmpty();
    assertThat(lan.publicOnes()).isEmpty();
  }

  @Test
  void theAddressOfTheWayOutStandsFirst() {
    Lan lan =
        Lan.of(
            List.of(card("eth0", "10.0.0.5"), card("wlan0", "192.168.1.20")),
            Optional.of(address("192.168.1.20")));
    assertThat(numbers(lan.addresses())).containsExactly("192.168.1.20", "10.0.0.5");
  }

  @Test
  void anAddressThatTheComputerGaveItselfIsBetterThanNone() {
    assertThat(numbers(lan(card("eth0", "169.254.7.7"), card("eth1", "10.1.1.1")).addresses()))
        .containsExactly("10.1.1.1", "169.254.7.7");
  }

  @Test
  void thisComputerCanBeAsked() {
    assertThat(NetworkCard.all())
        .anyMatch(card -> card.addresses().contains(address("127.0.0.1")) && card.up());
    assertThat(Lan.here().addresses()).noneMatch(InetAddress::isLoopbackAddress);
  }
}
