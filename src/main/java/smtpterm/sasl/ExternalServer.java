package smtpterm.sasl;

import javax.security.sasl.SaslException;

/**
 * EXTERNAL as the server: who it is says the client's certificate; the answer may only repeat it
 * (RFC 4422 appendix A).
 */
final class ExternalServer extends OwnServer {
  private final Register register;
  private final Credentials credentials;
  private final String identity;

  /**
   * @param identity the account that the certificate stands for
   */
  ExternalServer(Register register, Credentials credentials, String identity) {
    super(Mechanism.EXTERNAL);
    this.register = register;
    this.credentials = credentials;
    this.identity = identity;
  }

  @Override
  public byte[] evaluateResponse(byte[] response) throws SaslException {
    boolean self = register.self(text(response), identity);
    accept(credentials.find(identity).filter(account -> self));
    return null;
  }
}
