package smtpterm.server;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import smtpterm.sasl.LoginDesk;
import smtpterm.sasl.Place;
import smtpterm.wire.LosslessUtf8;

/**
 * What all clients of a server share: who has a mailbox, what lies in it, and how much room is
 * left. Safe for several threads.
 */
final class PostOffice {
  private final Settings settings;
  private final ByteBudget budget;
  private final Mailboxes mailboxes;
  private final LoginDesk desk;
  private final Consumer<Delivery> listener;
  private final Greylist greylist;
  private final AtomicLong count = new AtomicLong();

  PostOffice(Settings settings, Consumer<Delivery> listener) {
    this.settings = settings;
    this.budget = new ByteBudget(settings.budget());
    this.listener = listener;
    this.desk = new LoginDesk(new Place("smtp", accounts().host(), 0), accounts());
    this.greylist = new Greylist(settings.clock());
    List<String> names = new ArrayList<>(settings.accounts().names());
    names.add(Accounts.POSTMASTER);
    this.mailboxes = new Mailboxes(names);
  }

  Settings settings() {
    return settings;
  }

  Accounts accounts() {
    return settings.accounts();
  }

  /** Where clients log in; {@code forService("pop")} for those of POP3. */
  LoginDesk desk() {
    return desk;
  }

  ByteBudget budget() {
    return budget;
  }

  Greylist greylist() {
    return greylist;
  }

  Mailboxes mailboxes() {
    return mailboxes;
  }

  /** What a sender's address asks the server to do. */
  Optional<Wish> wishOfSender(Path path) {
    return free(path) ? Wishes.ofSender(path.localPart()) : Optional.empty();
  }

  /** What a recipient's address asks the server to do. */
  Optional<Wish> wishOfRecipient(Path path, Client client) {
    return free(path)
        ? Wishes.ofRecipient(path.localPart(), client.is(Channel.Role.LMTP))
        : Optional.empty();
  }

  /** Whether this could be an address that asks for something: here, and nobody's own. */
  private boolean free(Path path) {
    return accounts().domains().contains(path.domain())
        && accounts().mailboxesOf(path.localPart()).isEmpty();
  }

  /**
   * Where mail for this path goes; at least one mailbox.
   *
   * @throws Refusal when it would have to be sent on, or nobody has this name here
   */
  List<String> mailboxesOf(Path path) throws Refusal {
    boolean postmaster = path.domain().isEmpty();
    if (!postmaster && !accounts().domains().contains(path.domain())) {
      throw new Refusal(Replies.NO_RELAY);
    }
    List<String> names = accounts().mailboxesOf(path.localPart());
    if (names.isEmpty()) {
      String whom = path.ascii() ? path + ": " : "";
      throw new Refusal(Answer.of(550, "5.1.1", whom + "no such mailbox here"));
    }
    return names;
  }

  /**
   * Takes a mail whose text is complete and fit: {@code 250 2.0.0 Ok: queued as P0001}. The
   * listener hears of it before the client does.
   */
  Answer deliver(Transaction mail, Incoming incoming, Client client) {
    MessageText text = incoming.text();
    Envelope envelope = envelope(mail, client);
    ZonedDateTime now = ZonedDateTime.now(settings.clock());
    String id = nextId();
    byte[] front = front(envelope, new Arrival(id, client, mail.sender().utf8(), now), incoming);
    StoredMail stored = new StoredMail(id, envelope, now, joined(front, text.octets()));
    if (!budget.take(stored.cost() - text.taken())) {
      return Replies.NO_SPACE;
    }
    text.handOver();
    keep(stored, mail.mailboxes());
    report(mail, stored);
    return Answer.of(250, "2.0.0", "Ok: queued as " + id);
  }

  /** Sends a report of the delivery to a sender who asked for it, if that is somebody here. */
  private void report(Transaction mail, StoredMail stored) {
    Path sender = mail.sender().path();
    boolean here = accounts().domains().contains(sender.domain());
    List<String> names = here ? accounts().mailboxesOf(sender.localPart()) : List.of();
    if (names.isEmpty() || mail.recipients().stream().noneMatch(Recipient::report)) {
      return;
    }
    String id = nextId();
    // RFC 3461 section 5.2.1: a report has the null reverse-path, so that no report answers it.
    Envelope envelope = new Envelope("", List.of(sender.text()), accounts().host(), "");
    byte[] octets = DeliveryReport.of(accounts(), id, mail, stored);
    StoredMail report = new StoredMail(id, envelope, stored.received(), octets);
    // Without room for it the report is not sent; the mail itself has arrived.
    if (budget.take(report.cost())) {
      keep(report, names);
    }
  }

  private static Envelope envelope(Transaction mail, Client client) {
    List<String> recipients = mail.recipients().stream().map(r -> r.path().text()).toList();
    return new Envelope(
        mail.sender().path().text(), recipients, client.hello().name(), client.user());
  }

  /** What the server puts in front of a mail. */
  private byte[] front(Envelope envelope, Arrival arrival, Incoming incoming) {
    byte[] trace = TraceFields.of(accounts().host(), envelope, arrival);
    if (!arrival.client().is(Channel.Role.SUBMISSION)) {
      return trace;
    }
    // RFC 6409 section 8: what the sender's own server may add, and nobody behind it.
    String messageId = "<" + arrival.id() + "@" + accounts().host() + ">";
    List<String> missing = incoming.header().missing(TraceFields.date(arrival.time()), messageId);
    String lines = missing.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    return joined(trace, LosslessUtf8.encode(lines));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private String nextId() {
    return String.format(Locale.ROOT, "P%04d", count.incrementAndGet());
  }

  /** Puts a mail, for which the budget is taken, where it belongs. */
  private void keep(StoredMail mail, Collection<String> names) {
    mailboxes.put(mail, names);
    listener.accept(new Delivery(List.copyOf(names), mail));
  }
}
