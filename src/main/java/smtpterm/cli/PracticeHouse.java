package smtpterm.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Command;
import smtpterm.script.Plan;
import smtpterm.script.Step;
import smtpterm.script.Template;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.session.Target;
import smtpterm.wire.Endpoint;
import smtpterm.wire.TlsSettings;

/** A practice server of its own for one session file, on free ports. */
final class PracticeHouse implements AutoCloseable {
  /** What only a client of POP3 says (RFC 1939 section 9, RFC 2449, RFC 2595). */
  private static final Set<String> POP3 =
      Set.of("USER", "PASS", "APOP", "CAPA", "STAT", "LIST", "RETR", "DELE", "TOP", "UIDL", "STLS");

  private final PracticeServer server;
  private final PracticeDesk desk = new PracticeDesk();

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
    Map<String, String> targets = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      targets.put(service.scheme(), address(service));
    }
    return targets;
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
    Optional<Step.Connect> first =
        plan.acts().stream()
            .filter(act -> act instanceof Plan.Act.Other o && o.step() instanceof Step.Connect)
            .map(act -> (Step.Connect) ((Plan.Act.Other) act).step())
            .findFirst()
            .filter(connect -> plan.opensConnection());
    if (first.map(connect -> named(connect.target())).orElse(false)) {
      return Optional.empty();
    }
    Service service =
        first.flatMap(connect -> meant(connect.target())).orElseGet(() -> spoken(plan));
    try {
      return Optional.of(Target.parse(address(service)));
    } catch (Target.BadTarget e) {
      throw new IllegalStateException(e);
    }
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

  private static boolean named(Template target) {
    return target.pieces().stream()
        .anyMatch(
            piece ->
                piece instanceof Template.Variable variable
                    && Service.named(variable.name()).isPresent());
  }

  /** The service that is meant by the URL of another server. */
  private static Optional<Service> meant(Template target) {
    String text = target.plain().orElse("");
    int colon = text.indexOf("://");
    return colon < 0
        ? Optional.empty()
        : Service.named(text.substring(0, colon).replaceFirst("^submissions$", "submission"));
  }

  /** What is spoken, as the first words show. */
  private static Service spoken(Plan plan) {
    for (Plan.Act act : plan.acts()) {
      if (act instanceof Plan.Act.Unasked unasked && unasked.reply().codes().contains("+OK")) {
        return Service.POP3;
      }
      if (act instanceof Plan.Act.Line line) {
        String verb = new Command(said(line)).verb().toUpperCase(Locale.ROOT);
        boolean pop3 =
            POP3.contains(verb)
                || line.replies().stream().anyMatch(reply -> reply.codes().contains("+OK"));
        return verb.equals("LHLO") ? Service.LMTP : pop3 ? Service.POP3 : Service.SMTP;
      }
    }
    return Service.SMTP;
  }

  /** The beginning of a line, up to the first place that is to be filled in. */
  private static String said(Plan.Act.Line line) {
    List<Template.Piece> pieces = line.step().text().pieces();
    return !pieces.isEmpty() && pieces.get(0) instanceof Template.Literal literal
        ? literal.text()
        : "";
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
