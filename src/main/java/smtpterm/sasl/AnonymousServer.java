package smtpterm.sasl;

import javax.security.sasl.SaslException;

/** ANONYMOUS as the server: takes any few words and lets everybody in as a guest (RFC 4505). */
final class AnonymousServer extends OwnServer {
  /** RFC 4505 section 2: the trace has at most 255 characters. */
  private static final int LONGEST_TRACE = 255;

  private boolean complete;

  AnonymousServer() {
    super(Mechanism.ANONYMOUS);
  }

  @Override
  public byte[] evaluateResponse(byte[] response) throws SaslException {
    String trace = text(response);
    if (trace.codePointCount(0, trace.length()) > LONGEST_TRACE) {
      throw new SaslException("trace too long");
    }
    complete = true;
    return null;
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public String getAuthorizationID() {
    return "";
  }
}
