package smtpterm.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;

/** The addresses that only this computer can reach: 127.0.0.1 and, where there is IPv6, ::1. */
public final class Loopback {
  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private Loopback() {}

  /** By number: what "localhost" means is for a file on this computer to say. */
  public static List<InetAddress> addresses() {
    List<InetAddress> addresses = new ArrayList<>();
    try {
      InetAddress six = InetAddress.getByAddress("localhost", IPV6);
      addresses.add(InetAddress.getByAddress("localhost", IPV4));
      // Some programs try ::1 first for "localhost", and on Windows wait seconds for a refusal.
      if (NetworkInterface.getByInetAddress(six) != null) {
        addresses.add(six);
      }
    } catch (IOException e) {
      // Without interfaces that could be asked there is 127.0.0.1.
    }
    return addresses;
  }
}
