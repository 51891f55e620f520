package smtpterm.server;

import java.net.InetAddress;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a server listens: on the addresses of this computer alone, SMTP on 2525 and so on.
 *
 * @param addresses at least one
 * @param ports one for each service that is offered
 */
public record Listening(List<InetAddress> addresses, Map<Service, Port> ports) {
  /**
   * A port to listen on.
   *
   * @param number 0 for any free one
   * @param exact whether it must be this one; if not, one of the next will do where it is taken
   */
  public record Port(int number, boolean exact) {
    public Port {
      if (number < 0 || number > 65_535) {
        throw new IllegalArgumentException("port: " + number);
      }
    }
  }

  public Listening {
    addresses = List.copyOf(addresses);
    ports = Collections.unmodifiableMap(new EnumMap<>(ports));
    if (addresses.isEmpty() || ports.isEmpty()) {
      throw new IllegalArgumentException("listens nowhere");
    }
  }

  /** All services, on their usual ports or the next free ones. */
  public static Listening usual(List<InetAddress> addresses) {
    Map<Service, Port> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, new Port(service.usualPort(), false));
    }
    return new Listening(addresses, ports);
  }

  /** The same with this service on this port and no other; 0 is any free one. */
  public Listening with(Service service, int port) {
    Map<Service, Port> other = new EnumMap<>(ports);
    other.put(service, new Port(port, true));
    return new Listening(addresses, other);
  }

  /** The same for this service alone. */
  Listening only(Service service) {
    return new Listening(addresses, Map.of(service, ports.get(service)));
  }

  /** The same on free ports, whichever they are. */
  public Listening anywhere() {
    Map<Service, Port> other = new EnumMap<>(ports);
    other.replaceAll((service, port) -> new Port(0, true));
    return new Listening(addresses, other);
  }
}
