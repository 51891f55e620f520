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
 * @param parameters what stood behind that sender in upper case, such as {@code BODY=8BITMIME}
 * @param recipients the accepted forward-paths of the mail under way, without brackets
 */
public record Progress(
    Phase phase,
    Capabilities capabilities,
    Optional<Exchange> exchange,
    String user,
    boolean loggedIn,
    String reversePath,
    List<String> parameters,
    List<String> recipients) {
  public Progress {
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(reversePath, "reversePath");
    parameters = List.copyOf(parameters);
    recipients = List.copyOf(recipients);
  }

  /** Nothing said yet. */
  public static Progress at(Phase phase) {
    return new Progress(
        phase, Capabilities.none(), Optional.empty(), "", false, "", List.of(), List.of());
  }

  /** The same, in another phase. */
  public Progress in(Phase next) {
    return new Progress(
        next, capabilities, exchange, user, loggedIn, reversePath, parameters, recipients);
  }

  /** A hello was answered: what was offered before and the mail under way are gone. */
  public Progress greeted(Capabilities offered) {
    return new Progress(phase, offered, exchange, user, loggedIn, "", List.of(), List.of()).ready();
  }

  /** No mail is under way: a login or MAIL is due. */
  public Progress ready() {
    boolean login = !loggedIn && !capabilities.mechanisms().isEmpty();
    return new Progress(
        login ? Phase.AUTH : Phase.MAIL,
        capabilities,
        exchange,
        user,
        loggedIn,
        "",
        List.of(),
        List.of());
  }

  /** AUTH goes on, or is over when {@code now} is empty. */
  public Progress exchanging(Optional<Exchange> now) {
    return new Progress(
        phase, capabilities, now, user, loggedIn, reversePath, parameters, recipients);
  }

  /** A 235 has come. */
  public Progress loggedIn(String name) {
    return new Progress(
        Phase.MAIL,
        capabilities,
        Optional.empty(),
        name,
        true,
        reversePath,
        parameters,
        recipients);
  }

  /** The sender is accepted, without any parameter. */
  public Progress from(String path) {
    return from(path, List.of());
  }

  /** The sender is accepted, and with it these parameters, in upper case. */
  public Progress from(String path, List<String> given) {
    return new Progress(Phase.RCPT, capabilities, exchange, user, loggedIn, path, given, List.of());
  }

  /** Whether the sender of the mail under way came with this parameter, in upper case. */
  public boolean declared(String parameter) {
    return parameters.contains(parameter);
  }

  /** One more recipient is accepted. */
  public Progress to(String path) {
    List<String> more = new ArrayList<>(recipients);
    more.add(path);
    return new Progress(
        Phase.DATA, capabilities, exchange, user, loggedIn, reversePath, parameters, more);
  }
}
