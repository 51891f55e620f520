package smtpterm.sasl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** What the servers of LOGIN and PLAIN share: the client hands over its password as it is. */
abstract class PasswordServer implements SaslServer {
  private final Credentials credentials;
  private Optional<Account> authenticated = Optional.empty();

  PasswordServer(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Remembers who logged in, or throws when this is nobody's password. */
  final void check(String user, String password) throws SaslException {
    // The password is compared in the same time wherever it differs.
    authenticated =
        credentials
            .find(user)
            .filter(a -> MessageDigest.isEqual(octets(a.password()), octets(password)));
    if (authenticated.isEmpty()) {
      throw new SaslException("user name or password wrong");
    }
  }

  /** The account that this name means, if any. */
  final Optional<Account> find(String user) {
    return credentials.find(user);
  }

  /** The text in these octets. */
  static String text(byte[] octets) throws SaslException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new SaslException("not UTF-8", e);
    }
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public final boolean isComplete() {
    return authenticated.isPresent();
  }

  @Override
  public final String getAuthorizationID() {
    return authenticated.orElseThrow(() -> new IllegalStateException("not logged in")).name();
  }

  @Override
  public final byte[] unwrap(byte[] incoming, int offset, int length) {
    throw new IllegalStateException("no security layer");
  }

  @Override
  public final byte[] wrap(byte[] outgoing, int offset, int length) {
    throw new IllegalStateException("no security layer");
  }

  @Override
  public final Object getNegotiatedProperty(String name) {
    return null;
  }

  @Override
  public void dispose() {}
}
