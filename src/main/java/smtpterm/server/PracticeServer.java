package smtpterm.server;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A mail server to practise with: {@code PracticeServer.start(Settings.standard(), d -> {})}
 * listens on 127.0.0.1, for SMTP on port 2525 and so on, until it is closed.
 *
 * <p>No other computer can reach it unless its settings name other addresses, and whatever they
 * name, no mail ever leaves it.
 */
public final class PracticeServer implements AutoCloseable {
  private final Settings settings;
  private final PostOffice office;
  private final Lobby lobby;
  private final List<Door> doors = new ArrayList<>();

  private PracticeServer(Settings settings, Consumer<Delivery> listener) {
    this.settings = settings;
    this.office = new PostOffice(settings, listener);
    this.lobby = new Lobby(office);
  }

  /**
   * Starts a server.
   *
   * @param listener hears of each mail, on the thread of its client and before the client has its
   *     250; must be quick and throw nothing
   * @throws PortTaken when a port is taken, and so are the next ones where these would do
   * @throws IOException when there is no listening for another reason
   */
  public static PracticeServer start(Settings settings, Consumer<Delivery> listener)
      throws IOException {
    PracticeServer server =
        new PracticeServer(
            Objects.requireNonNull(settings, "settings"),
            Objects.requireNonNull(listener, "listener"));
    try {
      server.open();
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private void open() throws IOException {
    List<InetAddress> addresses = settings.listening().addresses();
    for (Map.Entry<Service, Listening.Port> port : settings.listening().ports().entrySet()) {
      doors.add(Door.at(port.getKey(), port.getValue(), addresses, lobby::admit));
    }
    // Not before all of them are there: a client must not see a server that is not to be.
    doors.forEach(Door::open);
  }

  /** The port on which it listens for SMTP, 1 to 65535. */
  public int port() {
    return port(Service.SMTP);
  }

  /**
   * The port on which it listens for this, 1 to 65535.
   *
   * @throws IllegalArgumentException when it does not
   */
  public int port(Service service) {
    return doors.stream()
        .filter(door -> door.service() == service)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(service.label()))
        .port();
  }

  /** What it was started with; see {@link #port(Service)} for the ports that it got. */
  public Settings settings() {
    return settings;
  }

  /** The mails that came in. */
  public Mailboxes mailboxes() {
    return office.mailboxes();
  }

  /** Octets of the budget that are in use now. */
  long used() {
    return office.budget().used();
  }

  /** Ends all connections and stops listening; a second call does nothing. */
  @Override
  public void close() {
    doors.forEach(Door::close);
    lobby.close();
    doors.forEach(Door::awaitEnd);
  }
}
