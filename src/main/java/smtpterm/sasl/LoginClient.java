package smtpterm.sasl;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;

/**
 * LOGIN, which no RFC standardises: the server asks {@code Username:}, then {@code Password:}.
 *
 * <p>The wording of the questions is not looked at, only their order: a server could word them so
 * that the password is sent where it does not belong.
 */
final class LoginClient extends OwnClient {
  private final byte[] user;
  private final Passphrase password;
  private int answers;

  LoginClient(String user, Passphrase password) {
    super(Mechanism.LOGIN);
    this.user = user.getBytes(StandardCharsets.UTF_8);
    this.password = password;
  }

  @Override
  public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
    answers++;
    return switch (answers) {
      case 1 -> user.clone();
      case 2 -> password.utf8();
      default -> throw new RefusedChallenge(Objection.Reason.UNEXPECTED, "");
    };
  }

  @Override
  public boolean isComplete() {
    return answers >= 2;
  }

  @Override
  public void dispose() {
    password.wipe();
  }
}
