package smtpterm.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.wire.Line;

/**
 * The mail that a client is sending: {@code MAIL}, {@code RCPT}, {@code DATA} and the text, or
 * {@code BDAT} (RFC 5321 section 3.3, RFC 3030).
 */
final class Posting {
  private final PostOffice office;
  private final EnvelopeCommands envelopes;
  private Optional<Transaction> mail = Optional.empty();
  private Optional<Incoming> incoming = Optional.empty();
  private Chunks chunks = new Chunks();

  Posting(PostOffice office) {
    this.office = office;
    this.envelopes = new EnvelopeCommands(office);
  }

  /** Whether there is a sender, so that only what belongs to this mail may come. */
  boolean underWay() {
    return mail.isPresent();
  }

  /** Whether the next line is message text. */
  boolean readingText() {
    return incoming.isPresent() && !chunks.begun();
  }

  /** How many octets come that are no lines. */
  long octetsDue() {
    return chunks.due();
  }

  /** The mail is thrown away. */
  void reset() {
    incoming.ifPresent(coming -> coming.text().release());
    incoming = Optional.empty();
    mail = Optional.empty();
    chunks = new Chunks();
  }

  /** Takes what stands behind {@code MAIL}. */
  Utterance mail(String argument, Client client) throws Refusal {
    Refusal.unless(client.hello().said(), Replies.helloFirst(client));
    Refusal.unless(mail.isEmpty(), Replies.NESTED_MAIL);
    Sender sender = envelopes.mail(argument, client);
    Optional<Utterance> instead = sender.wish().flatMap(Wish::instead);
    if (instead.isPresent()) {
      return instead.get();
    }
    mail = Optional.of(new Transaction(sender));
    return unhurried(Replies.SENDER_OK, sender.wish());
  }

  /** Takes what stands behind {@code RCPT}. */
  Utterance rcpt(String argument, Client client) throws Refusal {
    Transaction current = mail.orElseThrow(() -> new Refusal(Replies.MAIL_FIRST));
    Refusal.unless(!chunks.begun(), Replies.RECIPIENT_TOO_LATE);
    Recipient recipient = envelopes.rcpt(argument, client, current.sender());
    Refusal.unless(!current.full(), Replies.TOO_MANY_RECIPIENTS);
    Optional<Wish> wish = recipient.wish().filter(w -> w.moment() == Wish.Moment.ENVELOPE);
    if (wish.filter(w -> w.deed() == Wish.Deed.GREYLIST).isPresent()) {
      demandPatience(current.sender().path(), recipient.path(), client);
    }
    Optional<Utterance> instead = wish.flatMap(Wish::instead);
    if (instead.isPresent()) {
      return instead.get();
    }
    current.add(recipient);
    return unhurried(Replies.RECIPIENT_OK, wish);
  }

  /** Takes what stands behind {@code DATA}. */
  Utterance data(String argument) throws Refusal {
    Refusal.unless(argument.isEmpty(), Replies.syntax("DATA"));
    Refusal.unless(!chunks.begun(), Replies.DATA_AFTER_BDAT);
    Optional<Wish> wish = addressed().wish(Wish.Moment.DATA);
    Optional<Utterance> instead = wish.flatMap(Wish::instead);
    if (instead.isPresent()) {
      return instead.get();
    }
    incoming = Optional.of(Incoming.into(office));
    return unhurried(Replies.GO_AHEAD, wish);
  }

  /** Takes what stands behind {@code BDAT}; the answer comes behind the octets. */
  Optional<Utterance> bdat(String argument, Client client) throws Refusal {
    Chunk chunk =
        Chunk.parse(argument).orElseThrow(() -> new Refusal(Replies.syntax("BDAT octets [LAST]")));
    try {
      Refusal.unless(!Offers.tlsFirst(client.channel(), office.settings()), Replies.TLS_FIRST);
      Transaction current = addressed();
      Refusal.unless(client.hello().extended(), Replies.BDAT_AFTER_HELO);
      Refusal.unless(!chunks.spoilt(), Replies.RESET_FIRST);
      Optional<Wish> wish = chunks.begun() ? Optional.empty() : current.wish(Wish.Moment.DATA);
      chunks.begin(chunk, wish);
    } catch (Refusal refusal) {
      // RFC 3030 section 2: the octets come all the same, and must not be read as commands.
      chunks.refuse(chunk, refusal.answer());
    }
    return chunks.due() > 0 ? Optional.empty() : Optional.of(chunkComplete(client));
  }

  /** Takes octets that BDAT has announced. */
  Optional<Utterance> received(byte[] octets, int length, Client client) {
    if (chunks.welcome()) {
      coming().add(octets, length);
    }
    chunks.received(length);
    return chunks.due() > 0 ? Optional.empty() : Optional.of(chunkComplete(client));
  }

  /** Takes a line of the text. */
  Optional<Utterance> received(Line line, Client client) {
    return coming().add(line) ? Optional.of(complete(client)) : Optional.empty();
  }

  private Incoming coming() {
    if (incoming.isEmpty()) {
      incoming = Optional.of(Incoming.into(office));
    }
    return incoming.get();
  }

  private Transaction addressed() throws Refusal {
    Transaction current = mail.orElseThrow(() -> new Refusal(Replies.MAIL_FIRST));
    Refusal.unless(!current.recipients().isEmpty(), Replies.RECIPIENT_FIRST);
    return current;
  }

  private void demandPatience(Path sender, Path recipient, Client client) throws Refusal {
    Duration left =
        office.greylist().left(client.channel().clientAddress(), sender.text(), recipient.text());
    // Rounded up, so that whoever waits as long as told is let in.
    long seconds = left.plusMillis(999).toSeconds();
    Refusal.unless(seconds == 0, Replies.greylisted(seconds));
  }

  private Utterance chunkComplete(Client client) {
    Optional<Utterance> refusal = chunks.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Answer> unfit = coming().refusal();
    if (chunks.last()) {
      return unhurried(complete(client), chunks.wish());
    }
    unfit.ifPresent(answer -> chunks.spoil());
    Utterance answer = unfit.orElseGet(() -> Replies.octetsTaken(chunks.size()));
    return unhurried(answer, chunks.wish());
  }

  /** The text is whole: the mail is delivered or refused, and the next one may begin. */
  private Utterance complete(Client client) {
    Transaction done = mail.orElseThrow();
    Incoming text = coming();
    Utterance answer =
        client.is(Channel.Role.LMTP)
            ? new Answers(each(done, text, client))
            : one(done, text, client).staged();
    reset();
    Optional<Wish> wish = done.wish(Wish.Moment.DOT).filter(w -> w.deed() != Wish.Deed.REFUSE);
    return wish.flatMap(Wish::instead).orElseGet(() -> unhurried(answer, wish));
  }

  private Answer one(Transaction done, Incoming text, Client client) {
    return text.refusal()
        .or(() -> done.recipients().stream().flatMap(r -> r.refusal().stream()).findFirst())
        .orElseGet(() -> office.deliver(done, text, client));
  }

  /** RFC 2033 section 4.2: one answer for each RCPT that was taken, in their order. */
  private List<Answer> each(Transaction done, Incoming text, Client client) {
    Transaction accepted = done.withoutRefused();
    Answer answer =
        accepted.recipients().isEmpty()
            ? text.refusal().orElse(Replies.OK)
            : text.refusal().orElseGet(() -> office.deliver(accepted, text, client));
    List<Answer> answers = new ArrayList<>();
    for (Recipient recipient : done.recipients()) {
      Optional<Answer> own = text.refusal().isPresent() ? Optional.empty() : recipient.refusal();
      answers.add(own.orElse(answer).about(recipient.path()));
    }
    return answers;
  }

  private static Utterance unhurried(Utterance usual, Optional<Wish> wish) {
    return wish.map(w -> w.unhurried(usual)).orElse(usual);
  }
}
