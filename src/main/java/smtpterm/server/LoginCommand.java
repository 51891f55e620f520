package smtpterm.server;

import java.util.Optional;
import smtpterm.sasl.LoginDesk;
import smtpterm.sasl.LoginStep;
import smtpterm.sasl.ServerLogin;
import smtpterm.wire.Line;

/** AUTH, and the answers to its challenges (RFC 4954 section 4). */
final class LoginCommand {
  /** Who sends what a guest sends (RFC 4505). */
  private static final String GUEST = "anonymous";

  private final LoginDesk desk;
  private Optional<ServerLogin> login = Optional.empty();
  private String user = "";

  LoginCommand(LoginDesk desk) {
    this.desk = desk;
  }

  /** Whether the next line is an answer and no command. */
  boolean underWay() {
    return login.isPresent();
  }

  /** Who is logged in; empty when nobody is. */
  String user() {
    return user;
  }

  /** Nobody is logged in. */
  void forget() {
    login = Optional.empty();
    user = "";
  }

  /** Takes what stands behind {@code AUTH}. */
  Answer begin(String argument) throws Refusal {
    if (!user.isEmpty()) {
      throw new Refusal(Replies.LOGIN_TWICE);
    }
    if (argument.isEmpty()) {
      throw new Refusal(Replies.syntax("AUTH mechanism [response]"));
    }
    String[] words = argument.split("[ \t]+", 2);
    if (!desk.offers(words[0])) {
      throw new Refusal(Replies.NO_SUCH_MECHANISM);
    }
    ServerLogin begun = desk.open(words[0]);
    login = Optional.of(begun);
    return step(begun.begin(words.length > 1 ? Optional.of(words[1]) : Optional.empty()));
  }

  /** Takes an answer on a line of its own. */
  Answer answer(Line line) throws Refusal {
    if (!CommandLine.shortEnoughAsAnswer(line)) {
      login = Optional.empty();
      throw new Refusal(Replies.ANSWER_TOO_LONG);
    }
    return step(login.orElseThrow().answer(line.text()));
  }

  private Answer step(LoginStep step) {
    if (step.outcome() == LoginStep.Outcome.ASK) {
      return Answer.bare(334, step.text());
    }
    login = Optional.empty();
    return switch (step.outcome()) {
      case ACCEPT -> {
        user = step.text();
        yield Replies.LOGGED_IN;
      }
      case GUEST -> {
        user = GUEST;
        yield Replies.LOGGED_IN;
      }
      case NO_INITIAL_RESPONSE -> Replies.NO_INITIAL_RESPONSE;
      case NOT_BASE64 -> Replies.NOT_BASE64;
      case CANCELLED -> Replies.LOGIN_CANCELLED;
      case WRONG, ASK -> Replies.LOGIN_WRONG;
    };
  }
}
