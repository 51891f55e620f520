package smtpterm.server;

import java.io.Closeable;
import java.io.IOException;
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
final class PostOffice implements Closeable {
  private final Settings settings;
  private final Storage storage;
  private final Mailboxes mailboxes;
  private final LoginDesk desk;
  private final Consumer<Delivery> listener;
  private final Greylist greylist;
  private final AtomicLong count;

  /**
   * @param storage is closed with this
   * @throws IOException when the mails of an earlier server cannot be read
   */
  PostOffice(Settings settings, Storage storage, Consumer<Delivery> listener) throws IOException {
    this.settings = settings;
    this.storage = storage;
    this.listener = listener;
    this.desk = new LoginDesk(new Place("smtp", accounts().host(), 0), accounts());
    this.greylist = new Greylist(settings.clock());
    List<String> names = new ArrayList<>(settings.accounts().names());
    names.add(Accounts.POSTMASTER);
    this.mailboxes = new Mailboxes(names, storage);
    this.count = new AtomicLong(storage.store().lastNumber());
  }

  /**
   * @throws DataRefused when the directory that is to keep the mails cannot be used
   */
  static PostOffice open(Settings settings, Consumer<Delivery> listener) throws IOException {
    Storage storage = new Storage(settings.limits(), settings.folders().data());
    try {
      return new PostOffice(settings, storage, listener);
    } catch (IOException | RuntimeException e) {
      storage.close();
      throw e;
    }
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

  Storage storage() {
    return storage;
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
    try {
      StoredMail stored = new StoredMail(id, envelope, now, text.finish().behind(front));
      long more = stored.cost() - text.taken();
      if (!storage.memory().take(more)) {
        return Replies.NO_SPACE;
      }
      StoredMail kept = keep(stored, more, mail.mailboxes());
      text.handOver();
      report(mail, kept);
      return Answer.of(250, "2.0.0", "Ok: queued as " + id);
    } catch (IOException e) {
      // The disk is full, or the directory of the mails cannot be written.
      return Replies.NO_SPACE;
    }
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
    try {
      MailOctets place = MailOctets.inMemory(octets);
      StoredMail report = new StoredMail(id, envelope, stored.received(), place);
      if (storage.memory().take(report.cost())) {
        keep(report, report.cost(), names);
      }
    } catch (IOException e) {
      // Without room for it the report is not sent; the mail itself has arrived.
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

  /**
   * Puts a mail where it belongs.
   *
   * @param taken what was taken of the memory budget for it just now
   * @throws IOException when there is no room on the disk; {@code taken} is given back then
   */
  private StoredMail keep(StoredMail mail, long taken, Collection<String> names)
      throws IOException {
    StoredMail kept;
    try {
      kept = mailboxes.put(mail, names);
    } catch (IOException e) {
      storage.memory().give(taken);
      throw e;
    }
    listener.accept(new Delivery(List.copyOf(names), kept));
    return kept;
  }

  /** Gives up all mails that are not to outlive the server. */
  @Override
  public void close() {
    try {
      storage.close();
    } catch (IOException e) {
      // What was kept is kept, and the rest was to go anyway.
    }
  }
}
