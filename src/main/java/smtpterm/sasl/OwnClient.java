package smtpterm.sasl;

import javax.security.sasl.SaslClient;

/** What the client machines of our own share: none has a security layer. */
abstract class OwnClient implements SaslClient {
  private final Mechanism mechanism;

  OwnClient(Mechanism mechanism) {
    this.mechanism = mechanism;
  }

  @Override
  public final String getMechanismName() {
    return mechanism.wireName();
  }

  @Override
  public final boolean hasInitialResponse() {
    return mechanism.clientFirst();
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
}
