package smtpterm.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import smtpterm.script.Plan;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.session.Target;
import smtpterm.shell.Venue;
import smtpterm.wire.Endpoint;
import smtpterm.wire.TlsSettings;

/** A practice server of its own for one session file, on free ports. */
final class PracticeHouse implements AutoCloseable {
  private final PracticeServer server;
  private final PracticeDesk desk = new PracticeDesk();
  private final Venue venue = new Venue(desk);

  private PracticeHouse(PracticeServer server) {
    this.server = server;
    desk.open(server);
  }

  /** Starts one. */
  static PracticeHouse open(Settings settings) throws IOException {
    return new PracticeHouse(PracticeServer.start(settings.withPort(0), delivery -> {}));
  }

  /** Its targets by their names, such as {@code smtp} and {@code smtp://127.0.0.1:40001}. */
  Map<String, String> variables() {
    return venue.names();
  }

  /** The same settings, trusting this server besides. */
  TlsSettings trusted(TlsSettings asked) {
    return asked.with(asked.trust().inThoseOf(desk::authorities));
  }

  /**
   * Where a file goes first that names no service of this server by itself: a file is never played
   * against somebody else when the practice server was asked for.
   */
  Optional<Target> target(Plan plan) {
    return venue.first(plan);
  }

  /** Where a connection goes that is meant for this place: nobody else is to be bothered. */
  Target instead(Target wanted) {
    boolean ours =
        Arrays.stream(Service.values())
            .anyMatch(service -> address(service).endsWith("//" + wanted.endpoint()));
    if (ours) {
      return wanted;
    }
    Service service =
        switch (wanted.dialect().protocol()) {
          case POP3 -> wanted.tls() ? Service.POP3S : Service.POP3;
          case LMTP -> Service.LMTP;
          default -> wanted.tls() ? Service.SMTPS : Service.SMTP;
        };
    return new Target(wanted.dialect(), endpoint(service), wanted.tls());
  }

  private String address(Service service) {
    return service.scheme() + "://" + endpoint(service);
  }

  private Endpoint endpoint(Service service) {
    return new Endpoint(ServerOptions.HOST, server.port(service));
  }

  @Override
  public void close() {
    server.close();
  }
}
