package smtpterm.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslException;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.ReplyClass;
import smtpterm.sasl.Apop;
import smtpterm.sasl.ClientLine;
import smtpterm.sasl.ClientLogin;
import smtpterm.sasl.Mechanism;
import smtpterm.sasl.Objection;
import smtpterm.script.Place;
import smtpterm.session.Turn;

/**
 * Computes what {@code ${answer}} stands for: the first response on the AUTH line, the answer to
 * the last challenge, or the digest of APOP. Keeps the state of a login until it is over.
 */
final class Logins {
  private final Masks masks;
  private final List<String> challenges = new ArrayList<>();
  private Optional<ClientLogin> login = Optional.empty();
  private Optional<Filled> password = Optional.empty();

  Logins(Masks masks) {
    this.masks = masks;
  }

  /** Who logs in; asked for only where the mechanism needs it. */
  interface Account {
    String user() throws Failed;

    Filled password() throws Failed;
  }

  /**
   * The answer that is due.
   *
   * @param before what stands in front of it on the same line
   */
  Filled answer(Place at, Account account, String before, Link link) throws Failed {
    Progress progress = link.view().progress();
    boolean inside = link.view().next() == LineKind.ANSWER;
    Command command = new Command(before.stripLeading());
    try {
      if (inside && before.isEmpty() && progress.exchange().isPresent()) {
        return next(at, account, progress.exchange().get(), link);
      } else if (!inside && command.is("AUTH") && before.endsWith(" ")) {
        return first(at, account, command.argument().strip(), link);
      } else if (!inside && command.is("APOP") && before.endsWith(" ")) {
        return digest(at, account, command.argument().strip(), progress.stamp());
      }
    } catch (SaslException e) {
      throw new Failed(Failure.of(at, Failure.Kind.NO_ANSWER, String.valueOf(e.getMessage())));
    }
    String here = before.isBlank() ? "${answer}" : before.strip();
    throw new Failed(Failure.of(at, Failure.Kind.NO_ANSWER, here));
  }

  private Filled next(Place at, Account account, Exchange exchange, Link link)
      throws Failed, SaslException {
    if (login.isEmpty()) {
      begin(at, account, exchange.mechanism(), link);
      catchUp(exchange);
    }
    String challenge = challenges.isEmpty() ? "" : challenges.get(challenges.size() - 1);
    ClientLine line = login.orElseThrow().answer(challenge);
    if (line.objection().isPresent()) {
      throw new Failed(distrust(at, line.objection().get()));
    }
    return said(line.line(), exchange.mechanism(), exchange.secretDue());
  }

  private Filled first(Place at, Account account, String mechanism, Link link)
      throws Failed, SaslException {
    begin(at, account, mechanism, link);
    String line = login.orElseThrow().begin(ClientLogin.Initial.ALWAYS).line();
    String[] words = line.split(" ", 3);
    if (words.length < 3) {
      // This mechanism waits for the server's question.
      throw new Failed(Failure.of(at, Failure.Kind.NO_ANSWER, line));
    }
    return said(words[2], mechanism, !mechanism.equalsIgnoreCase("LOGIN"));
  }

  private void begin(Place at, Account account, String name, Link link)
      throws Failed, SaslException {
    forget();
    Mechanism mechanism =
        Mechanism.named(name)
            .orElseThrow(() -> new Failed(Failure.of(at, Failure.Kind.NO_ANSWER, "AUTH " + name)));
    boolean none = mechanism.secret() == Mechanism.Secret.NONE;
    Filled secret = none ? Filled.open("") : account.password();
    String user = none ? userOrNobody(account) : account.user();
    login =
        Optional.of(ClientLogin.with(mechanism, place(link), user, secret.text().toCharArray()));
    password = Optional.of(secret);
  }

  private static String userOrNobody(Account account) {
    try {
      return account.user();
    } catch (Failed e) {
      // EXTERNAL and ANONYMOUS go without a name.
      return "";
    }
  }

  /** The first answers stand in the file as they are; the machine has to know that. */
  private void catchUp(Exchange exchange) throws SaslException {
    ClientLogin fresh = login.orElseThrow();
    fresh.begin(
        exchange.initialResponse() ? ClientLogin.Initial.ALWAYS : ClientLogin.Initial.NEVER);
    for (int i = 0; i < Math.min(exchange.answers(), challenges.size() - 1); i++) {
      fresh.answer(challenges.get(i));
    }
  }

  private Filled said(String line, String mechanism, boolean secret) {
    if (!secret) {
      return Filled.open(line);
    }
    masks.hide(line);
    boolean reveals = Mechanism.named(mechanism).map(Mechanism::revealing).orElse(true);
    return password.orElseThrow().answering(line, reveals);
  }

  private Filled digest(Place at, Account account, String user, String stamp) throws Failed {
    if (stamp.isEmpty()) {
      throw new Failed(Failure.of(at, Failure.Kind.NO_ANSWER, "APOP"));
    }
    Filled secret = account.password();
    String who = user.isEmpty() ? account.user() : user;
    String line = Apop.line(who, stamp, secret.text().toCharArray());
    String digest = line.substring(line.lastIndexOf(' ') + 1);
    masks.hide(digest);
    return secret.answering(user.isEmpty() ? who + " " + digest : digest, false);
  }

  private static smtpterm.sasl.Place place(Link link) {
    Protocol protocol = link.view().progress().protocol();
    // The registered names of the services (RFC 4422 section 4).
    String service = protocol == Protocol.POP3 ? "pop" : protocol.scheme();
    return new smtpterm.sasl.Place(service, link.host(), link.target().endpoint().port());
  }

  static Failure distrust(Place at, Objection objection) {
    return Failure.of(at, Failure.Kind.DISTRUSTED, objection.reason().name(), objection.detail());
  }

  /**
   * To be told each reply, in its order.
   *
   * @return why a login that the server claims to have accepted is not to be believed
   */
  Optional<Objection> heard(Turn turn) {
    boolean inside = turn.after().exchange().isPresent();
    if (turn.asked().isEmpty()) {
      return Optional.empty();
    }
    if (inside && turn.reply().replyClass() == ReplyClass.INTERMEDIATE) {
      challenges.add(turn.reply().text());
    }
    if (inside || turn.before().exchange().isEmpty()) {
      return Optional.empty();
    }
    boolean yes = turn.reply().replyClass() == ReplyClass.POSITIVE;
    Optional<Objection> doubt = yes ? login.flatMap(ClientLogin::accepted) : Optional.empty();
    forget();
    challenges.clear();
    return doubt;
  }

  /** Forgets the password of the login under way. */
  void forget() {
    try {
      if (login.isPresent()) {
        login.get().close();
      }
    } catch (SaslException e) {
      // There is nothing to be released but memory.
    }
    login = Optional.empty();
    password = Optional.empty();
  }
}
