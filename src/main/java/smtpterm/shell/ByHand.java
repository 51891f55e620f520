package smtpterm.shell;

import java.util.Objects;
import java.util.Optional;
import javax.security.sasl.SaslException;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;
import smtpterm.sasl.ClientLine;
import smtpterm.sasl.ClientLogin;
import smtpterm.sasl.ClientLogin.Initial;
import smtpterm.sasl.Mechanism;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;

/**
 * {@code /answer}: computes the right answer to the challenge of a login that is typed by hand, and
 * puts it into the line, unsent.
 *
 * <p>The answers of one login build on each other, so it keeps the state from the first one on, as
 * long as the user sends what was computed.
 */
final class ByHand {
  /** As it is typed. Seven characters: never valid Base64, so no answer to a server is lost. */
  static final String COMMAND = "/answer";

  private final Conversation conversation;
  private final Screen screen;
  private final Sending sending;
  private final SecretQuestions questions;
  private final LoginWatch watch;
  private final LoginWords words;
  private volatile Optional<Filled> filled = Optional.empty();

  /** Whether what was sent since the first answer is what was computed. */
  private volatile boolean following;

  /** What was put into the line, and for which answer of the login. */
  private record Filled(int position, String user, ClientLine line) {
    Filled {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(line, "line");
    }
  }

  ByHand(Login.Tools tools, SecretQuestions questions, LoginWatch watch, LoginWords words) {
    this.conversation = tools.conversation();
    this.screen = tools.screen();
    this.sending = tools.sending();
    this.questions = questions;
    this.watch = watch;
    this.words = words;
  }

  /** Whether this line, at a challenge, is the command and no answer. */
  static boolean wanted(String line) {
    return line.equals(COMMAND) || line.startsWith(COMMAND + " ");
  }

  /** Whether this line, at a challenge, sends what looks like the command. */
  static boolean escaped(String line) {
    return line.startsWith("/") && wanted(line.substring(1));
  }

  /** Computes the answer; the argument is the user, or empty. */
  void run(String argument) {
    Optional<SessionView> view = conversation.view().filter(v -> conversation.open());
    Optional<Exchange> exchange = view.flatMap(v -> v.progress().exchange());
    if (exchange.isEmpty() || view.get().next() != LineKind.ANSWER) {
      screen.say("shell.answer.only");
      return;
    }
    if (view.get().serversTurn()) {
      screen.say("shell.answer.not-yet");
      return;
    }
    try {
      Filled answer = answer(exchange.get(), argument);
      filled = Optional.of(answer);
      show(exchange.get().mechanism(), answer);
    } catch (LoginProblem e) {
      screen.say(e.key(), e.arguments());
    } catch (SaslException e) {
      screen.say("shell.login.failed", e.getMessage());
    }
  }

  private void show(String mechanism, Filled answer) {
    words.question(answer.line().question());
    if (!answer.line().parts().isEmpty()) {
      screen.say("shell.answer.parts");
      words.parts(answer.line().parts());
    }
    if (answer.line().objection().isPresent()) {
      words.objection(answer.line().objection().get());
      screen.say("shell.answer.star");
    } else if (answer.line().line().isEmpty()) {
      screen.say("shell.answer.empty");
    } else {
      screen.say("shell.answer.ready", mechanism);
    }
    sending.prefill(answer.line().line());
  }

  private Filled answer(Exchange exchange, String user) throws LoginProblem, SaslException {
    Mechanism mechanism =
        Mechanism.named(exchange.mechanism())
            .orElseThrow(() -> new LoginProblem("shell.answer.unknown", exchange.mechanism()));
    int position = exchange.position();
    Optional<Filled> same =
        filled
            .filter(f -> f.position() == position)
            .filter(f -> user.isEmpty() || user.equals(f.user()));
    if (same.isPresent()) {
      return same.get();
    }
    if (mechanism == Mechanism.LOGIN) {
      return login(exchange, user);
    }
    if (position == 0) {
      return first(mechanism, user);
    }
    if (mechanism.secret() == Mechanism.Secret.TOKEN) {
      return afterToken(mechanism, position);
    }
    if (!following) {
      throw new LoginProblem("shell.answer.strayed", exchange.mechanism());
    }
    return filled(position, filled.map(Filled::user).orElse(""), watched());
  }

  private Filled first(Mechanism mechanism, String given) throws LoginProblem, SaslException {
    boolean nameless = mechanism.secret() == Mechanism.Secret.NONE;
    String user = given.isEmpty() && !nameless ? questions.user() : given;
    char[] secret = questions.secret(mechanism.secret(), user);
    watch.begin(ClientLogin.with(mechanism, questions.place(), user, secret), Initial.NEVER);
    ClientLine line = watched();
    following = true;
    return filled(0, user, line);
  }

  private ClientLine watched() throws LoginProblem {
    return watch
        .answer(sending.challenge())
        .orElseThrow(() -> new LoginProblem("shell.answer.only"));
  }

  /** Each answer of LOGIN stands for itself, so it can be computed whatever was sent before. */
  private Filled login(Exchange exchange, String given) throws LoginProblem, SaslException {
    int position = exchange.position();
    String known = position == 0 ? given : exchange.user();
    String user = known.isEmpty() ? questions.user() : known;
    char[] secret = position == 1 ? questions.secret(Mechanism.Secret.PASSWORD, user) : new char[0];
    return filled(position, user, replayed(Mechanism.LOGIN, position, user, secret));
  }

  /** What a server gets that has just said why it does not take the token: nothing of meaning. */
  private Filled afterToken(Mechanism mechanism, int position) throws SaslException {
    return filled(position, "", replayed(mechanism, position, "-", new char[] {'-'}));
  }

  private ClientLine replayed(Mechanism mechanism, int position, String user, char[] secret)
      throws SaslException {
    try (ClientLogin login = ClientLogin.with(mechanism, questions.place(), user, secret)) {
      login.begin(Initial.NEVER);
      for (int i = 0; i < position; i++) {
        login.answer("");
      }
      return login.answer(sending.challenge());
    }
  }

  private static Filled filled(int position, String user, ClientLine line) {
    return new Filled(position, user, line);
  }

  /** To be told everything that happens. */
  void hear(Notice notice) {
    if (notice instanceof Notice.Sent sent) {
      if (sent.kind() == LineKind.ANSWER) {
        follow(sent.line());
      } else if (sent.kind() == LineKind.COMMAND && new Command(sent.line()).is("AUTH")) {
        forget();
      }
    } else if (notice instanceof Notice.Ended
        || (notice instanceof Notice.Replied replied
            && replied.turn().after().exchange().isEmpty())) {
      forget();
    }
  }

  /** Compares what was sent with what is right, and gives up where it is something else. */
  private void follow(String sent) {
    Optional<Exchange> exchange = conversation.view().flatMap(v -> v.progress().exchange());
    if (!following || exchange.isEmpty() || filled.isEmpty()) {
      return;
    }
    int position = exchange.get().position() - 1;
    if (filled.get().position() < position) {
      // The user knew the answer without asking, such as the empty line at the end of SCRAM.
      String user = filled.get().user();
      filled = watch.answer(sending.challenge()).map(line -> filled(position, user, line));
    }
    following = filled.filter(f -> f.line().line().equals(sent)).isPresent();
    boolean objects = filled.filter(f -> f.line().objection().isPresent()).isPresent();
    if (!following && !objects) {
      // What comes of another answer cannot be judged.
      watch.forget();
    }
  }

  private void forget() {
    filled = Optional.empty();
    following = false;
  }
}
