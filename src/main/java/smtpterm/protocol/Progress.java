package smtpterm.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What both sides know by now: greeted, logged in as anna, one recipient accepted.
 *
 * @param protocol what is spoken; never null
 * @param phase what is due next; never null
 * @param capabilities what the last EHLO or CAPA offered; never null
 * @param exchange the AUTH under way, from the AUTH line to its final reply
 * @param user who is logged in, or with POP3 is about to; empty when nobody is, or the name could
 *     not be read
 * @param loggedIn whether a login was accepted
 * @param transaction the mail under way; never null
 * @param stamp what POP3's greeting gave for APOP, such as {@code <12.34@mail>}; mostly empty
 * @param maildrop what is known of the mailbox that POP3 has opened; never null
 */
public record Progress(
    Protocol protocol,
    Phase phase,
    Capabilities capabilities,
    Optional<Exchange> exchange,
    String user,
    boolean loggedIn,
    Transaction transaction,
    String stamp,
    Maildrop maildrop) {
  public Progress {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(transaction, "transaction");
    Objects.requireNonNull(stamp, "stamp");
    Objects.requireNonNull(maildrop, "maildrop");
  }

  /** Nothing said yet. */
  public static Progress at(Protocol protocol, Phase phase) {
    return new Progress(
        protocol,
        phase,
        Capabilities.none(),
        Optional.empty(),
        "",
        false,
        Transaction.NONE,
        "",
        Maildrop.UNKNOWN);
  }

  /** Nothing said yet in SMTP. */
  public static Progress at(Phase phase) {
    return at(Protocol.SMTP, phase);
  }

  /** The accepted sender of the mail under way, without brackets; empty when there is none. */
  public String reversePath() {
    return transaction.reversePath();
  }

  /** The accepted forward-paths of the mail under way, without brackets. */
  public List<String> recipients() {
    return transaction.recipients();
  }

  /** Whether the sender of the mail under way came with this parameter, in upper case. */
  public boolean declared(String parameter) {
    return transaction.parameters().contains(parameter);
  }

  /** The same, in another phase. */
  public Progress in(Phase next) {
    return new Progress(
        protocol, next, capabilities, exchange, user, loggedIn, transaction, stamp, maildrop);
  }

  /** A hello was answered: what was offered before and the mail under way are gone. */
  public Progress greeted(Capabilities offered) {
    return offered(offered).ready();
  }

  /** The server listed what it can do. */
  public Progress offered(Capabilities offered) {
    return new Progress(
        protocol, phase, offered, exchange, user, loggedIn, transaction, stamp, maildrop);
  }

  /**
   * No mail is under way: a login or MAIL is due. Octets that a later BDAT has announced meanwhile
   * are still due.
   */
  public Progress ready() {
    boolean login = !loggedIn && !capabilities.mechanisms().isEmpty();
    return with(Transaction.NONE.chunk(transaction.chunk())).in(login ? Phase.AUTH : Phase.MAIL);
  }

  /** AUTH goes on, or is over when {@code now} is empty. */
  public Progress exchanging(Optional<Exchange> now) {
    return new Progress(
        protocol, phase, capabilities, now, user, loggedIn, transaction, stamp, maildrop);
  }

  /** A login is accepted. */
  public Progress loggedIn(String name) {
    return new Progress(
        protocol,
        Phase.MAIL,
        capabilities,
        Optional.empty(),
        name,
        true,
        transaction,
        stamp,
        maildrop);
  }

  /** USER is accepted: this name's password is due (RFC 1939 section 7). */
  public Progress named(String name) {
    return new Progress(
        protocol,
        Phase.PASSWORD,
        capabilities,
        exchange,
        name,
        false,
        transaction,
        stamp,
        maildrop);
  }

  /** The greeting gave this for APOP. */
  public Progress stamped(String given) {
    return new Progress(
        protocol, phase, capabilities, exchange, user, loggedIn, transaction, given, maildrop);
  }

  /** More is known of the mailbox. */
  Progress maildrop(Maildrop known) {
    return new Progress(
        protocol, phase, capabilities, exchange, user, loggedIn, transaction, stamp, known);
  }

  /** The sender is accepted, without any parameter. */
  public Progress from(String path) {
    return from(path, List.of());
  }

  /** The sender is accepted, and with it these parameters, in upper case. */
  public Progress from(String path, List<String> given) {
    return with(Transaction.from(path, given).chunk(transaction.chunk())).in(Phase.RCPT);
  }

  /** One more recipient is accepted. */
  public Progress to(String path) {
    return with(transaction.to(path)).in(Phase.DATA);
  }

  /** The octets that BDAT announced are due, or no more when there is none. */
  public Progress chunk(Optional<Chunk> due) {
    return with(transaction.chunk(due));
  }

  /** LMTP has answered for the first recipient. */
  public Progress withoutFirstRecipient() {
    return with(transaction.withoutFirst());
  }

  private Progress with(Transaction next) {
    return new Progress(
        protocol, phase, capabilities, exchange, user, loggedIn, next, stamp, maildrop);
  }
}
