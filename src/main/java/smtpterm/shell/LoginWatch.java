package smtpterm.shell;

import java.util.Optional;
import javax.security.sasl.SaslException;
import smtpterm.protocol.ReplyClass;
import smtpterm.sasl.ClientLine;
import smtpterm.sasl.ClientLogin;
import smtpterm.sasl.Objection;
import smtpterm.session.Notice;

/**
 * Keeps the login that smtpterm computes until it is over, judges its end, and forgets the password
 * then.
 *
 * <p>A server that says yes without having proved that it knows the password is called out (RFC
 * 5802 section 5). Safe for several threads: the server may hang up while an answer is computed.
 */
final class LoginWatch {
  private final Conversation conversation;
  private final LoginWords words;
  private Optional<ClientLogin> login = Optional.empty();

  LoginWatch(Conversation conversation, LoginWords words) {
    this.conversation = conversation;
    this.words = words;
  }

  /** A login begins; the one before is forgotten. */
  synchronized ClientLine begin(ClientLogin now, ClientLogin.Initial form) throws SaslException {
    forget();
    login = Optional.of(now);
    return now.begin(form);
  }

  /** The answer to a challenge; empty when the login is over meanwhile. */
  synchronized Optional<ClientLine> answer(String challenge) {
    return login.map(now -> now.answer(challenge));
  }

  /** To be told everything that happens, after it was shown. */
  synchronized void hear(Notice notice) {
    if (notice instanceof Notice.Replied replied) {
      boolean over =
          replied.turn().asked().isPresent() && replied.turn().after().exchange().isEmpty();
      if (over && replied.turn().before().exchange().isPresent()) {
        boolean yes = replied.turn().reply().replyClass() == ReplyClass.POSITIVE;
        if (yes) {
          login.flatMap(ClientLogin::accepted).ifPresent(this::distrust);
        }
        forget();
      }
    } else if (notice instanceof Notice.Ended) {
      forget();
    }
  }

  private void distrust(Objection objection) {
    conversation.distrust();
    words.distrust(objection);
  }

  /** Forgets the password. */
  synchronized void forget() {
    try {
      if (login.isPresent()) {
        login.get().close();
      }
    } catch (SaslException e) {
      // There is nothing to be released but memory.
    }
    login = Optional.empty();
  }
}
