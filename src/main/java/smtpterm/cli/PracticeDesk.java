package smtpterm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import smtpterm.mail.HeaderField;
import smtpterm.mail.MessageReader;
import smtpterm.server.Delivery;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.StoredMail;
import smtpterm.shell.Practice;
import smtpterm.text.Texts;

/** Shows the terminal what the practice server in the same process holds. */
final class PracticeDesk implements Practice {
  /** More lines of a mail than this help nobody on a screen. */
  private static final int MOST_LINES = 400;

  /** More accounts than this fit in no line. */
  private static final int MOST_ACCOUNTS = 6;

  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private volatile PracticeServer server;

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

  @Override
  public List<Arrival> arrivals() {
    List<Arrival> taken = new ArrayList<>();
    for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
      taken.add(arrival);
    }
    return taken;
  }
}
