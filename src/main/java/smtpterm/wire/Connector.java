package smtpterm.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Opens connections: {@code localhost:25} is tried at {@code ::1} and {@code 127.0.0.1}, in turn.
 *
 * @param timeout for each address, more than zero; never null
 * @param family which addresses to try; never null
 */
public record Connector(Duration timeout, AddressFamily family) {
  /** What to do about many addresses that all stay silent: no more than these are tried. */
  private static final int MOST_ADDRESSES = 8;

  public Connector {
    Objects.requireNonNull(family, "family");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout: " + timeout);
    }
  }

  /** Where to look in on the attempt, and how to break it off. */
  public interface Attempt {
    /** An address of the name is tried now, such as {@code 127.0.0.1}. */
    void trying(String address);

    /** The connection under way: closing it breaks the attempt off. */
    void opening(Closeable connection);
  }

  /** Nobody looks in. */
  public static final class Unwatched implements Attempt {
    @Override
    public void trying(String address) {
      // Nobody wants to know.
    }

    @Override
    public void opening(Closeable connection) {
      // Nobody breaks it off.
    }
  }

  /**
   * Tries each address of the host until one answers.
   *
   * @throws ConnectFailure when none does; its reason is that of the last address tried
   */
  public Connection open(Endpoint endpoint, Attempt attempt) throws ConnectFailure {
    List<String> tried = new ArrayList<>();
    ConnectFailure last = null;
    for (InetAddress address : addresses(endpoint)) {
      tried.add(address.getHostAddress());
      attempt.trying(address.getHostAddress());
      long start = System.nanoTime();
      // Never through a proxy that the system knows: the user named the host to talk to.
      Socket socket = new Socket(Proxy.NO_PROXY);
      attempt.opening(socket);
      try {
        socket.connect(
            new InetSocketAddress(address, endpoint.port()), Math.toIntExact(timeout.toMillis()));
        socket.setTcpNoDelay(true);
        return new Connection(endpoint, socket, Duration.ofNanos(System.nanoTime() - start));
      } catch (IOException e) {
        close(socket);
        last = new ConnectFailure(endpoint, reason(e), tried, e.getMessage());
      }
    }
    throw Objects.requireNonNull(last, "no address was tried");
  }

  private List<InetAddress> addresses(Endpoint endpoint) throws ConnectFailure {
    InetAddress[] all;
    try {
      all = InetAddress.getAllByName(endpoint.host());
    } catch (UnknownHostException e) {
      throw new ConnectFailure(
          endpoint, ConnectFailure.Reason.UNKNOWN_HOST, List.of(), e.getMessage());
    }
    List<InetAddress> wanted = new ArrayList<>();
    for (InetAddress address : all) {
      if (family.takes(address) && wanted.size() < MOST_ADDRESSES) {
        wanted.add(address);
      }
    }
    if (wanted.isEmpty()) {
      throw new ConnectFailure(
          endpoint, ConnectFailure.Reason.NO_SUCH_FAMILY, List.of(), endpoint.host());
    }
    return wanted;
  }

  private static ConnectFailure.Reason reason(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (e instanceof SocketTimeoutException || message.contains("timed out")) {
      return ConnectFailure.Reason.TIMED_OUT;
    }
    if (e instanceof NoRouteToHostException || message.contains("unreachable")) {
      return ConnectFailure.Reason.NO_ROUTE;
    }
    if (e instanceof ConnectException && message.contains("refused")) {
      return ConnectFailure.Reason.REFUSED;
    }
    return ConnectFailure.Reason.OTHER;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It never opened.
    }
  }
}
