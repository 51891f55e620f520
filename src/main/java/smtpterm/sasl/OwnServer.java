package smtpterm.sasl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** What the server machines share: who has logged in, and no security layer. */
abstract class OwnServer implements SaslServer {
  private final Mechanism mechanism;
  private Optional<Account> authenticated = Optional.empty();

  OwnServer(Mechanism mechanism) {
    this.mechanism = mechanism;
  }

  /** Remembers who has logged in, or throws when nobody has. */
  final void accept(Optional<Account> account) throws SaslException {
    if (account.isEmpty()) {
      throw new SaslException("user name or password wrong");
    }
    authenticated = account;
  }

  /** The text in these octets. */
  static String text(byte[] octets) throws SaslException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new SaslException("not UTF-8", e);
    }
  }

  @Override
  public final String getMechanismName() {
    return mechanism.wireName();
  }

  @Override
  public boolean isComplete() {
    return authenticated.isPresent();
  }

  @Override
  public String getAuthorizationID() {
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
  public void dispose() throws SaslException {
    // Nothing is kept beyond the exchange.
  }
}
