package smtpterm.server;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
  private final Optional<Encryption> encryption;
  private final Lobby lobby;
  private final List<Door> doors = new ArrayList<>();

  private PracticeServer(Settings settings, Cast cast, Onlooker onlooker) throws IOException {
    this.settings = settings;
    this.office = PostOffice.open(settings, onlooker::delivered);
    this.encryption =
        settings.folders().certificates().map(folder -> new Encryption(folder, settings, onlooker));
    this.lobby = new Lobby(office, cast, encryption, onlooker);
  }

  /**
   * Starts a server.
   *
   * @param onlooker sees what goes on, each mail for one
   * @throws DataRefused when the folder that is to keep the mails cannot be used
   * @throws PortTaken when a port is taken, and so are the next ones where these would do
   * @throws IOException when there is no listening for another reason
   */
  public static PracticeServer start(Settings settings, Onlooker onlooker) throws IOException {
    return start(settings, Service::dialogue, onlooker);
  }

  /**
   * Starts a server that plays its part of a script to each client: on one port only, with nothing
   * kept on disk but its certificate.
   *
   * @param onlooker sees what goes on
   * @throws PortTaken when the port is taken, and so are the next ones where these would do
   * @throws IOException when there is no listening for another reason
   */
  public static PracticeServer playing(ServerPart part, Settings settings, Onlooker onlooker)
      throws IOException {
    Settings own =
        settings
            .withListening(settings.listening().only(part.service()))
            .withFolders(new Folders(settings.folders().certificates(), Optional.empty()));
    PracticeServer server =
        start(own, (service, office, channel) -> part.dialogue(office, channel), onlooker);
    try {
      SampleMails.into(server.office);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static PracticeServer start(Settings settings, Cast cast, Onlooker onlooker)
      throws IOException {
    PracticeServer server =
        new PracticeServer(
            Objects.requireNonNull(settings, "settings"),
            cast,
            Objects.requireNonNull(onlooker, "onlooker"));
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

  /** What it listens for, at least one. */
  public List<Service> services() {
    return List.copyOf(settings.listening().ports().keySet());
  }

  /** What it was started with; see {@link #port(Service)} for the ports that it got. */
  public Settings settings() {
    return settings;
  }

  /** The mails that came in. */
  public Mailboxes mailboxes() {
    return office.mailboxes();
  }

  /** How many clients are connected now. */
  public int clients() {
    return lobby.clients();
  }

  /**
   * Whose signature the server's certificate bears. The first call on a computer takes some
   * seconds, in which the authority is made.
   *
   * @return nothing for a server without TLS
   * @throws NoCertificate when there is no certificate to be had
   */
  public Optional<CertificateAuthority> certificateAuthority() throws NoCertificate {
    return encryption.isPresent() ? Optional.of(encryption.get().authority()) : Optional.empty();
  }

  /** Octets of the memory budget that are in use now. */
  long used() {
    return office.storage().memory().used();
  }

  /** Octets of large mails that are on the disk now. */
  long spooled() throws IOException {
    return office.storage().spool().length();
  }

  /** Ends all connections and stops listening; a second call does nothing. */
  @Override
  public void close() {
    doors.forEach(Door::close);
    lobby.close();
    doors.forEach(Door::awaitEnd);
    office.close();
  }
}
