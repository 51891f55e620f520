package smtpterm.sasl;

import javax.security.sasl.SaslException;

/** PLAIN as the server: takes {@code NUL anna NUL geheim} (RFC 4616). */
final class PlainServer extends OwnServer {
  private final Register register;
  private boolean asked;

  PlainServer(Register register) {
    super(Mechanism.PLAIN);
    this.register = register;
  }

  @Override
  public byte[] evaluateResponse(byte[] response) throws SaslException {
    // "AUTH PLAIN =" cannot be a login; those who type it want to be asked.
    if (response.length == 0 && !asked) {
      asked = true;
      return response;
    }
    // RFC 4616 section 2: [authzid] NUL authcid NUL passwd
    String[] parts = text(response).split("\0", -1);
    if (parts.length != 3) {
      throw new SaslException("not three parts");
    }
    // Nobody may act for somebody else here.
    boolean self = register.self(parts[0], parts[1]);
    accept(register.check(parts[1], parts[2]).filter(account -> self));
    return null;
  }
}
