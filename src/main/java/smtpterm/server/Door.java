package smtpterm.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One port on which clients come in, on one or several addresses of this computer. */
final class Door implements AutoCloseable {
  /** Ports that are tried in turn when the wanted one is taken. */
  private static final int PORTS_TRIED = 20;

  /** How many may wait to be let in. */
  private static final int BACKLOG = 50;

  /** How long the end of listening may take, in milliseconds. */
  private static final long END_AT_MOST = 2_000;

  private final Service service;
  private final List<ServerSocket> sockets;
  private final Doorkeeper doorkeeper;
  private final List<Thread> accepting = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Lets clients in, or turns them away. */
  @FunctionalInterface
  interface Doorkeeper {
    /**
     * Takes this client, who has come for that; must be quick, and closes what it does not take.
     */
    void admit(Socket client, Service service) throws IOException;
  }

  private Door(Service service, List<ServerSocket> sockets, Doorkeeper doorkeeper) {
    this.service = service;
    this.sockets = List.copyOf(sockets);
    this.doorkeeper = doorkeeper;
  }

  /**
   * Listens; nobody is let in before {@link #open}.
   *
   * @throws PortTaken when the port, and the next ones where these would do, are taken
   */
  static Door at(
      Service service, Listening.Port port, List<InetAddress> addresses, Doorkeeper doorkeeper)
      throws IOException {
    boolean any = port.number() == 0;
    int tries = port.exact() && !any ? 1 : PORTS_TRIED;
    boolean forbidden = false;
    for (int i = 0; i < tries; i++) {
      int number = any ? 0 : port.number() + i;
      if (number > 65_535) {
        break;
      }
      try {
        return new Door(service, bound(number, addresses), doorkeeper);
      } catch (BindException e) {
        // Taken, so the next one.
        forbidden = String.valueOf(e.getMessage()).contains("Permission");
      }
    }
    throw new PortTaken(service, port.number(), forbidden);
  }

  /** The same port on all the addresses. */
  private static List<ServerSocket> bound(int port, List<InetAddress> addresses)
      throws IOException {
    List<ServerSocket> bound = new ArrayList<>();
    int number = port;
    try {
      for (InetAddress address : addresses) {
        bound.add(new ServerSocket(number, BACKLOG, address));
        number = bound.get(0).getLocalPort();
      }
      return bound;
    } catch (IOException e) {
      bound.forEach(Door::close);
      throw e;
    }
  }

  void open() {
    for (ServerSocket socket : sockets) {
      Thread thread = new Thread(() -> accept(socket), "practice-" + service.scheme());
      thread.setDaemon(true);
      thread.start();
      accepting.add(thread);
    }
  }

  Service service() {
    return service;
  }

  int port() {
    return sockets.get(0).getLocalPort();
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        // Whoever admits it closes it.
        @SuppressWarnings("resource")
        Socket client = listening.accept();
        doorkeeper.admit(client, service);
      } catch (IOException e) {
        // This server was closed, or one client was gone at once, or there are no descriptors left.
        rest();
      }
    }
  }

  /** Waits a moment, so that a lasting error does not keep a processor busy. */
  private void rest() {
    try {
      closed.await(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody comes in any more; call {@link #awaitEnd} behind it. */
  @Override
  public void close() {
    sockets.forEach(Door::close);
    closed.countDown();
  }

  /** While a thread is still inside accept, the system takes connections for it. */
  void awaitEnd() {
    try {
      for (Thread thread : accepting) {
        thread.join(END_AT_MOST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is closed.
    }
  }
}
