package smtpterm.sasl;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;

/** LOGIN as the server: asks {@code Username:}, then {@code Password:}. */
final class LoginServer extends OwnServer {
  private final Register register;
  private String user;

  /** An empty first response only opens the login; the same after the question is an empty name. */
  private boolean asked;

  LoginServer(Register register) {
    super(Mechanism.LOGIN);
    this.register = register;
  }

  @Override
  public byte[] evaluateResponse(byte[] response) throws SaslException {
    if (user == null) {
      return question(response);
    }
    accept(register.check(user, text(response)));
    return null;
  }

  private byte[] question(byte[] response) {
    if (response.length == 0 && !asked) {
      asked = true;
      return "Username:".getBytes(StandardCharsets.US_ASCII);
    }
    // Even a name that is no text is asked for its password: only the end tells what was wrong.
    user = new String(response, StandardCharsets.UTF_8);
    return "Password:".getBytes(StandardCharsets.US_ASCII);
  }
}
