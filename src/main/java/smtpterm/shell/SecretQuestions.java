package smtpterm.shell;

import java.util.Optional;
import smtpterm.protocol.Protocol;
import smtpterm.sasl.Mechanism;
import smtpterm.sasl.Place;
import smtpterm.screen.TlsWords;
import smtpterm.session.Target;

/** Asks for what only the user knows: {@code Password for anna at mail.kolleg.de:25}. */
final class SecretQuestions {
  private final Conversation conversation;
  private final Screen screen;
  private final LineEditor editor;

  SecretQuestions(Conversation conversation, Screen screen, LineEditor editor) {
    this.conversation = conversation;
    this.screen = screen;
    this.editor = editor;
  }

  /**
   * The password or token of this user; empty where the mechanism needs none.
   *
   * @throws LoginProblem when the user does not give one
   */
  char[] secret(Mechanism.Secret secret, String user) throws LoginProblem {
    if (secret == Mechanism.Secret.NONE) {
      return new char[0];
    }
    String place = conversation.target().map(t -> t.endpoint().toString()).orElse("");
    String encryption = new TlsWords(screen.texts()).brief(conversation.tls());
    String key = secret == Mechanism.Secret.TOKEN ? "shell.login.token" : "shell.login.password";
    return asked(screen.texts().say(key, user, place, encryption), true).toCharArray();
  }

  /**
   * A secret that a session file names; empty when the user does not give it.
   *
   * @param user whose password it is, if it is one and that is known
   * @param target where it goes
   */
  Optional<char[]> named(String name, Optional<String> user, Target target) {
    String place = target.endpoint().toString();
    String encryption = new TlsWords(screen.texts()).brief(conversation.tls());
    boolean password = name.equals("password");
    String question =
        password && user.isPresent()
            ? screen.texts().say("shell.login.password", user.get(), place, encryption)
            : password
                ? screen.texts().say("shell.play.password", place, encryption)
                : screen.texts().say("shell.play.secret", name, place, encryption);
    return editor.ask(question, true) instanceof Typed.Text text && !text.text().isEmpty()
        ? Optional.of(text.text().toCharArray())
        : Optional.empty();
  }

  /** The name of the user. */
  String user() throws LoginProblem {
    return asked(screen.texts().say("shell.login.user"), false).strip();
  }

  private String asked(String question, boolean secret) throws LoginProblem {
    if (editor.ask(question, secret) instanceof Typed.Text text && !text.text().isEmpty()) {
      return text.text();
    }
    throw new LoginProblem("shell.login.given-up");
  }

  /** Where the user logs in. */
  Place place() {
    Protocol protocol = conversation.view().map(v -> v.progress().protocol()).orElse(Protocol.SMTP);
    // The registered names of the services (RFC 4422 section 4).
    String service = protocol == Protocol.POP3 ? "pop" : protocol.scheme();
    return conversation
        .target()
        .map(t -> new Place(service, t.endpoint().host(), t.endpoint().port()))
        .orElseThrow();
  }
}
