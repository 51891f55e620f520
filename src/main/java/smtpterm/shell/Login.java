package smtpterm.shell;

import java.util.Optional;
import javax.security.sasl.SaslException;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.sasl.ClientLogin;
import smtpterm.sasl.Mechanism;
import smtpterm.sasl.Place;
import smtpterm.screen.TlsWords;
import smtpterm.session.Client;
import smtpterm.session.SessionView;

/**
 * {@code /login anna}: asks for the password and says the lines of AUTH that a person would type.
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
  private final LineEditor editor;
  private final Sending sending;

  Login(Conversation conversation, Screen screen, LineEditor editor, Sending sending) {
    this.conversation = conversation;
    this.screen = screen;
    this.editor = editor;
    this.sending = sending;
  }

  /** Logs in as the user named in the argument, which may start with options. */
  void run(String argument) {
    boolean plain = false;
    boolean cleartext = false;
    String user = argument;
    while (user.startsWith("--")) {
      String option = user.split(" ", 2)[0];
      switch (option) {
        case "--plain" -> plain = true;
        case "--login" -> plain = false;
        case "--cleartext" -> cleartext = true;
        default -> {
          screen.say("shell.login.unknown-option", option);
          return;
        }
      }
      user = user.substring(option.length()).strip();
    }
    if (user.isEmpty()) {
      screen.say("shell.login.who");
    } else if (ready(cleartext)) {
      ask(mechanism(plain), user);
    }
  }

  private boolean ready(boolean cleartext) {
    Optional<SessionView> view = conversation.view().filter(v -> conversation.open());
    if (view.isEmpty()) {
      screen.say("shell.not-connected");
      return false;
    }
    if (view.get().progress().phase() == Phase.RAW) {
      screen.say("shell.login.not-here");
      return false;
    }
    if (conversation.tlsMissing()) {
      screen.say("shell.tls.required");
      return false;
    }
    if (conversation.overheard() && !cleartext) {
      screen.say("shell.login.cleartext");
      return false;
    }
    return true;
  }

  private String mechanism(boolean plain) {
    boolean onlyPlain =
        conversation
            .view()
            .map(v -> v.progress().capabilities().mechanisms())
            .filter(m -> m.contains("PLAIN") && !m.contains("LOGIN"))
            .isPresent();
    return plain || onlyPlain ? "PLAIN" : "LOGIN";
  }

  private void ask(String mechanism, String user) {
    String place = conversation.target().map(t -> t.endpoint().toString()).orElse("");
    Typed typed =
        editor.readSecret(
            screen
                .texts()
                .say(
                    "shell.login.password",
                    user,
                    place,
                    new TlsWords(screen.texts()).brief(conversation.tls())));
    if (!(typed instanceof Typed.Text password)) {
      screen.say("shell.login.given-up");
      return;
    }
    try (ClientLogin login =
        ClientLogin.with(
            Mechanism.named(mechanism).orElseThrow(),
            new Place("smtp", conversation.target().orElseThrow().endpoint().host(), 0),
            user,
            password.text().toCharArray())) {
      speak(login);
    } catch (SaslException e) {
      screen.say("shell.login.failed", e.getMessage());
    }
  }

  /** One line after the other, each after the challenge to the one before. */
  private void speak(ClientLogin login) throws SaslException {
    String line = login.begin(ClientLogin.Initial.USUAL).line();
    while (sending.send(line, false)
        && conversation.await() == Client.Waited.ANSWERED
        && conversation.view().filter(v -> v.next() == LineKind.ANSWER).isPresent()) {
      line = login.answer(sending.lastReplyText()).line();
    }
  }
}
