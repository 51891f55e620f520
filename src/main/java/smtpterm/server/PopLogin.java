package smtpterm.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smtpterm.sasl.LoginDesk;
import smtpterm.sasl.LoginStep;
import smtpterm.sasl.Mechanism;
import smtpterm.sasl.ServerLogin;
import smtpterm.wire.Line;

/**
 * The ways into a mailbox: {@code USER bob} and {@code PASS topSecret}, APOP, AUTH (RFC 1939
 * sections 4 and 7, RFC 5034). Each step says what came of it; nothing is locked or opened here.
 */
final class PopLogin {
  private final LoginDesk desk;
  private final String stamp;
  private final boolean strict;
  private Optional<String> user = Optional.empty();
  private Optional<ServerLogin> login = Optional.empty();

  PopLogin(PostOffice office) {
    this.desk = office.desk().forService("pop");
    this.stamp = desk.stamp();
    this.strict = office.settings().strict();
  }

  /** What the greeting ends with, such as {@code <1896.697170952@mail.kolleg.de>}. */
  String stamp() {
    return stamp;
  }

  /** The mechanisms for AUTH: a guest, who has no mailbox, has no business here. */
  List<String> mechanisms() {
    return desk.mechanisms().stream()
        .filter(name -> !name.equals(Mechanism.ANONYMOUS.wireName()))
        .toList();
  }

  /** Whether the next line is an answer and no command. */
  boolean underWay() {
    return login.isPresent();
  }

  /** Forgets what the client has said of itself. */
  void forget() {
    user = Optional.empty();
    login = Optional.empty();
  }

  /** {@code USER bob}: whether there is a bob is not told. */
  PopReply user(String name) {
    user = Optional.of(name);
    return PopReply.ok("now PASS");
  }

  /** {@code PASS topSecret}. Whatever comes of it, USER is next. */
  LoginStep pass(String password) throws PopRefusal {
    String name = user.orElseThrow(() -> new PopRefusal("PASS: say USER first"));
    forget();
    return desk.password(name, password);
  }

  /** {@code APOP bob c4c9334bac560ecc979e58001b3e22fb}. */
  LoginStep apop(String name, String digest) {
    forget();
    return desk.apop(stamp, name, strict ? digest : digest.toLowerCase(Locale.ROOT));
  }

  /** {@code AUTH PLAIN}, perhaps with the answer on the same line. */
  LoginStep auth(List<String> words) throws PopRefusal {
    forget();
    if (!mechanisms().contains(words.get(0).toUpperCase(Locale.ROOT))) {
      throw new PopRefusal("unknown mechanism, CAPA lists those that work");
    }
    ServerLogin begun = desk.open(words.get(0));
    login = Optional.of(begun);
    return noted(begun.begin(words.stream().skip(1).findFirst()));
  }

  /** The answer to a question of AUTH. */
  LoginStep answer(Line line) throws PopRefusal {
    if (!PopCommand.shortEnoughAsAnswer(line)) {
      forget();
      throw new PopRefusal("line too long, an answer has at most 12288 octets");
    }
    return noted(login.orElseThrow().answer(line.text()));
  }

  private LoginStep noted(LoginStep step) {
    if (step.outcome() != LoginStep.Outcome.ASK) {
      forget();
    }
    return step;
  }
}
