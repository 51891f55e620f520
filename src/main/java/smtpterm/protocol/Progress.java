package smtpterm.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What both sides know by now: greeted, logged in as anna, one recipient accepted.
 *
 * @param phase what is due next; never null
 * @param capabilities what the last EHLO offered; never null
 * @param exchange the AUTH under way, from the AUTH line to its final reply
 * @param user who is logged in; empty when nobody is, or the name could not be read
 * @param loggedIn whether a 235 has come
 * @param reversePath the accepted sender of the mail under way, without brackets; empty when there
 *     is none, and for the null reverse-path
 * @param recipients the accepted forward-paths of the mail under way, without brackets
 */
public record Progress(
    Phase phase,
    Capabilities capabilities,
    Optional<Exchange> exchange,
    String user,
    boolean loggedIn,
    String reversePath,
    List<String> recipients) {
  public Progress {
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(reversePath, "reversePath");
    recipients = List.copyOf(recipients);
  }

  /** Nothing said yet. */
  public static Progress at(Phase phase) {
    return new Progress(phase, Capabilities.none(), Optional.empty(), "", false, "", List.of());
  }

  /** The same, in another phase. */
  public Progress in(Phase next) {
    return new Progress(next, capabilities, exchange, user, loggedIn, reversePath, recipients);
  }

  /** A hello was answered: what was offered before and the mail under way are gone. */
  public Progress greeted(Capabilities offered) {
    return new Progress(phase, offered, exchange, user, loggedIn, "", List.of()).ready();
  }

  /** No mail is under way: a login or MAIL is due. */
  public Progress ready() {
    boolean login = !loggedIn && !capabilities.mechanisms().isEmpty();
    return new Progress(
        login ? Phase.AUTH : Phase.MAIL, capabilities, exchange, user, loggedIn, "", List.of());
  }

  /** AUTH goes on, or is over when {@code now} is empty. */
  public Progress exchanging(Optional<Exchange> now) {
    return new Progress(phase, capabilities, now, user, loggedIn, reversePath, recipients);
  }

  /** A 235 has come. */
  public Progress loggedIn(String name) {
    return new Progress(
        Phase.MAIL, capabilities, Optional.empty(), name, true, reversePath, recipients);
  }

  /** The sender is accepted. */
  public Progress from(String path) {
    return new Progress(Phase.RCPT, capabilities, exchange, user, loggedIn, path, List.of());
  }

  /** One more recipient is accepted. */
  public Progress to(String path) {
    List<String> more = new ArrayList<>(recipients);
    more.add(path);
    return new Progress(Phase.DATA, capabilities, exchange, user, loggedIn, reversePath, more);
  }
}
