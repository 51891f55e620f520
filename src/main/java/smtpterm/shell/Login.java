package smtpterm.shell;

import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslException;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.sasl.Apop;
import smtpterm.sasl.ClientLine;
import smtpterm.sasl.ClientLogin;
import smtpterm.sasl.Mechanism;
import smtpterm.session.Client;
import smtpterm.session.SessionView;

/**
 * {@code /login anna}: asks for the password and says the lines that a person would type, with
 * {@code --explain} what each of them is made of.
 */
final class Login {
  /** How a login ended. */
  enum Outcome {
    /** None did. */
    NONE,
    ACCEPTED,
    /** The server said no, or the connection ended. */
    REFUSED
  }

  private final Conversation conversation;
  private final Screen screen;
  private final SecretQuestions questions;
  private final Sending sending;
  private final LoginWatch watch;
  private final LoginWords words;

  Login(Tools tools, SecretQuestions questions, LoginWatch watch, LoginWords words) {
    this.conversation = tools.conversation();
    this.screen = tools.screen();
    this.sending = tools.sending();
    this.questions = questions;
    this.watch = watch;
    this.words = words;
  }

  /** What every command that talks to the server needs. */
  record Tools(Conversation conversation, Screen screen, Sending sending) {}

  /** Logs in as the user named in the argument, which may start with options. */
  void run(String argument) {
    try {
      LoginRequest typed = LoginRequest.of(argument);
      LoginRequest proposed = typed.or(conversation.place().map(Place::user).orElse(""));
      LoginWay way = choice().of(proposed);
      boolean nameless = way.secret() == Mechanism.Secret.NONE;
      LoginRequest request = nameless ? typed : proposed;
      if (!request.user().equals(typed.user())) {
        screen.say("shell.login.as", request.user());
      }
      if (request.way().isEmpty()) {
        screen.say("shell.login.best", way.wireName());
      }
      if (request.explain()) {
        words.way(way);
      }
      char[] secret = questions.secret(way.secret(), request.user());
      if (way instanceof LoginWay.Sasl sasl) {
        speak(sasl.mechanism(), request, secret);
      } else if (way instanceof LoginWay.Apop apop) {
        apop(apop.stamp(), request, secret);
      } else {
        userAndPass(request, secret);
      }
    } catch (LoginProblem e) {
      screen.say(e.key(), e.arguments());
    } catch (SaslException e) {
      screen.say("shell.login.failed", e.getMessage());
    }
  }

  private LoginChoice choice() throws LoginProblem {
    Optional<SessionView> view = conversation.view().filter(v -> conversation.open());
    if (view.isEmpty()) {
      throw new LoginProblem("shell.not-connected");
    }
    if (view.get().progress().phase() == Phase.RAW) {
      throw new LoginProblem("shell.login.not-here");
    }
    if (conversation.tlsMissing()) {
      throw new LoginProblem("shell.tls.required");
    }
    // Whoever shows a wrong certificate may be the one who listens.
    boolean encrypted = conversation.tls().filter(tls -> tls.check().verified()).isPresent();
    return new LoginChoice(view.get().progress(), encrypted, conversation.overheard());
  }

  /** One line after the other, each after the challenge to the one before. */
  private void speak(Mechanism mechanism, LoginRequest request, char[] secret)
      throws SaslException {
    ClientLogin login = ClientLogin.with(mechanism, questions.place(), request.user(), secret);
    ClientLine line = watch.begin(login, request.initial());
    while (said(line, request.explain()) && asked()) {
      if (line.objection().isPresent()) {
        // Whoever does not even heed the star could go on for ever.
        screen.say("shell.login.star-ignored");
        return;
      }
      Optional<ClientLine> answer = watch.answer(sending.challenge());
      if (answer.isEmpty()) {
        return;
      }
      line = answer.get();
      if (request.explain()) {
        words.question(line.question());
      }
      line.objection().ifPresent(words::objection);
    }
  }

  private boolean said(ClientLine line, boolean explain) {
    return sending.send(line.line(), () -> words.parts(explain ? line.parts() : List.of()))
        && conversation.await() == Client.Waited.ANSWERED;
  }

  private boolean asked() {
    return conversation.view().filter(v -> v.next() == LineKind.ANSWER).isPresent();
  }

  private void apop(String stamp, LoginRequest request, char[] secret) {
    String line = Apop.line(request.user(), stamp, secret);
    String digest = line.substring(line.lastIndexOf(' ') + 1);
    sending.send(
        line,
        () -> {
          if (request.explain()) {
            words.apop(request.user(), stamp, digest);
          }
        });
    conversation.await();
  }

  private void userAndPass(LoginRequest request, char[] secret) {
    Runnable user = () -> words.plain("USER", request.user(), false);
    Runnable pass = () -> words.plain("PASSWORD", new String(secret), true);
    Runnable nothing = () -> {};
    boolean named =
        sending.send("USER " + request.user(), request.explain() ? user : nothing)
            && conversation.await() == Client.Waited.ANSWERED;
    if (named
        && conversation.view().filter(v -> v.progress().phase() == Phase.PASSWORD).isPresent()) {
      sending.send("PASS " + new String(secret), request.explain() ? pass : nothing);
      conversation.await();
    }
  }
}
