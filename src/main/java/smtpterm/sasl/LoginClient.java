package smtpterm.sasl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/**
 * LOGIN, which no RFC standardises: the server asks {@code Username:}, then {@code Password:}.
 *
 * <p>The wording of the questions is not looked at, only their order: a server could word them so
 * that the password is sent where it does not belong.
 */
final class LoginClient implements SaslClient {
  private final byte[] user;
  private final byte[] password;
  private int answers;

  LoginClient(String user, char[] password) {
    this.user = user.getBytes(StandardCharsets.UTF_8);
    ByteBuffer octets = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    this.password = new byte[octets.remaining()];
    octets.get(this.password);
    // No second copy of a password stays behind.
    octets.clear().put(new byte[octets.capacity()]);
  }

  @Override
  public String getMechanismName() {
    return "LOGIN";
  }

  @Override
  public boolean hasInitialResponse() {
    return false;
  }

  @Override
  public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
    answers++;
    return switch (answers) {
      case 1 -> user.clone();
      case 2 -> password.clone();
      default -> throw new SaslException("LOGIN has two answers only");
    };
  }

  @Override
  public boolean isComplete() {
    return answers >= 2;
  }

  @Override
  public byte[] unwrap(byte[] incoming, int offset, int length) {
    throw new IllegalStateException("LOGIN has no security layer");
  }

  @Override
  public byte[] wrap(byte[] outgoing, int offset, int length) {
    throw new IllegalStateException("LOGIN has no security layer");
  }

  @Override
  public Object getNegotiatedProperty(String name) {
    return null;
  }

  @Override
  public void dispose() {
    Arrays.fill(password, (byte) 0);
  }
}
