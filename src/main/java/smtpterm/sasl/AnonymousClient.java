package smtpterm.sasl;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;

/** ANONYMOUS: a few words that the server may write down, and no password (RFC 4505). */
final class AnonymousClient extends OwnClient {
  private final String trace;
  private boolean given;

  AnonymousClient(String trace) {
    super(Mechanism.ANONYMOUS);
    this.trace = trace;
  }

  @Override
  public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
    if (given) {
      throw new RefusedChallenge(Objection.Reason.UNEXPECTED, "");
    }
    given = true;
    return trace.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean isComplete() {
    return given;
  }

  @Override
  public void dispose() {
    // There is no secret.
  }
}
