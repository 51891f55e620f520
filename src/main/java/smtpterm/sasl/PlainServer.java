package smtpterm.sasl;

import javax.security.sasl.SaslException;

/** PLAIN as the server: takes {@code NUL anna NUL geheim} (RFC 4616). */
final class PlainServer extends PasswordServer {
  private boolean asked;

  PlainServer(Credentials credentials) {
    super(credentials);
  }

  @Override
  public String getMechanismName() {
    return "PLAIN";
  }

  @Override
  public byte[] evaluateResponse(byte[] response) throws SaslException {
    if (response.length == 0 && !asked) {
      asked = true;
      return new byte[0];
    }
    // RFC 4616 section 2: [authzid] NUL authcid NUL passwd
    String[] parts = text(response).split("\0", -1);
    if (parts.length != 3) {
      throw new SaslException("not three parts");
    }
    // Nobody may act for somebody else here.
    boolean self = parts[0].isEmpty() || find(parts[0]).equals(find(parts[1]));
    if (!self) {
      throw new SaslException("may not act for another user");
    }
    check(parts[1], parts[2]);
    return new byte[0];
  }
}
