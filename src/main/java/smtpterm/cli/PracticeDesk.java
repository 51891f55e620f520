package smtpterm.cli;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import smtpterm.mail.HeaderField;
import smtpterm.mail.MessageReader;
import smtpterm.server.CertificateAuthority;
import smtpterm.server.Delivery;
import smtpterm.server.NoCertificate;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.StoredMail;
import smtpterm.session.Target;
import smtpterm.shell.Practice;
import smtpterm.text.Texts;
import smtpterm.wire.Endpoint;

/** Shows the terminal what the practice server in the same process holds. */
final class PracticeDesk implements Practice {
  /** More lines of a mail than this help nobody on a screen. */
  private static final int MOST_LINES = 400;

  /** More accounts than this fit in no line. */
  private static final int MOST_ACCOUNTS = 6;

  /** What people write for this computer. */
  private static final Set<String> LOOPBACK = Set.of(ServerOptions.HOST, "::1", "localhost");

  /** The places that a session file can name. */
  private static final Set<String> VARIABLES = Set.of("smtp", "smtps", "lmtp", "pop3", "pop3s");

  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private volatile PracticeServer server;
  private volatile Optional<CertificateAuthority> authority = Optional.empty();

  /** From now on this server is shown. */
  void open(PracticeServer running) {
    server = running;
  }

  /** A mail came in; called before its sender hears of it. */
  void delivered(Delivery delivery) {
    String subject = readable(delivery.mail().subject());
    for (String mailbox : delivery.mailboxes()) {
      arrivals.add(new Arrival(mailbox, subject));
    }
  }

  /** With its encoded words as they are meant. */
  private static String readable(String subject) {
    return MessageReader.read(List.of("Subject: " + subject), 1).header().all("Subject").stream()
        .findFirst()
        .map(HeaderField::text)
        .orElse(subject);
  }

  /**
   * Who vouches for the server at that place: for this one the authority that it made for itself.
   * The first call may take the seconds in which that is made.
   *
   * @return nobody when another server listens there, or this one has no certificate
   */
  List<X509Certificate> authorities(Endpoint place) {
    boolean ours =
        Arrays.stream(Service.values()).anyMatch(s -> server.port(s) == place.port())
            && LOOPBACK.contains(place.host());
    try {
      authority = ours ? server.certificateAuthority() : authority;
      return ours ? authority.map(CertificateAuthority::certificate).stream().toList() : List.of();
    } catch (NoCertificate e) {
      return List.of();
    }
  }

  @Override
  public Optional<String> authorityFile() {
    return authority.map(known -> known.file().toString());
  }

  /** The domain of the accounts. */
  String domain() {
    return server.settings().accounts().domains().get(0);
  }

  /** The accounts as they are shown: {@code anna/geheim bob/topSecret}, the first of many. */
  String accounts(Texts texts) {
    List<String> all =
        server.settings().accounts().all().stream()
            .map(account -> account.name() + "/" + account.password())
            .toList();
    String shown = String.join("  ", all.subList(0, Math.min(MOST_ACCOUNTS, all.size())));
    return all.size() > MOST_ACCOUNTS
        ? texts.say("cli.accounts.more", shown, all.size() - MOST_ACCOUNTS)
        : shown;
  }

  /** Where it listens: {@code SMTP 2525, submission 2587}. */
  String ports(Service... services) {
    return String.join(
        ", ", Arrays.stream(services).map(s -> s.label() + " " + server.port(s)).toList());
  }

  @Override
  public List<String> targets() {
    return Arrays.stream(Service.values()).map(Service::scheme).toList();
  }

  @Override
  public List<String> mailboxes() {
    return server.mailboxes().names();
  }

  @Override
  public List<String> addresses() {
    return server.settings().accounts().all().stream()
        .map(account -> account.name() + "@" + domain())
        .toList();
  }

  @Override
  public List<String> subjects(String mailbox) {
    return server.mailboxes().list(mailbox).stream()
        .flatMap(List::stream)
        .map(mail -> readable(mail.subject()))
        .toList();
  }

  @Override
  public Optional<List<Mail>> mails(String mailbox) {
    return server.mailboxes().list(mailbox).map(list -> list.stream().map(this::mail).toList());
  }

  private Mail mail(StoredMail stored) {
    return new Mail(
        stored.envelope().reversePath(),
        stored.envelope().recipients(),
        stored.envelope().user(),
        stored.subject(),
        stored.size(),
        stored.lines(MOST_LINES));
  }

  @Override
  public Optional<String> target(String name) {
    return Service.named(name)
        .map(s -> s.scheme() + "://" + ServerOptions.HOST + ":" + server.port(s));
  }

  /** The variable that stands for this place where a recording is played with another server. */
  Optional<String> name(Target target) {
    return Arrays.stream(Service.values())
        .filter(s -> LOOPBACK.contains(target.endpoint().host()))
        .filter(s -> server.port(s) == target.endpoint().port())
        .filter(s -> VARIABLES.contains(s.scheme()))
        .map(Service::scheme)
        .findFirst();
  }

  @Override
  public List<Arrival> arrivals() {
    List<Arrival> taken = new ArrayList<>();
    for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
      taken.add(arrival);
    }
    return taken;
  }
}
