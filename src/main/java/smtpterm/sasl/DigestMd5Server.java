package smtpterm.sasl;

import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** DIGEST-MD5 as the server: the JDK's own, asked for passwords of the register (RFC 2831). */
final class DigestMd5Server extends OwnServer {
  private final Register register;
  private final SaslServer jdk;
  private Account candidate;

  DigestMd5Server(Register register, Place place) throws SaslException {
    super(Mechanism.DIGEST_MD5);
    this.register = register;
    // Without a server name any host may stand in the digest-uri: clients write what they were
    // told to connect to, such as 127.0.0.1.
    this.jdk =
        Sasl.createSaslServer(
            Mechanism.DIGEST_MD5.wireName(),
            place.service(),
            null,
            Map.of("com.sun.security.sasl.digest.realm", place.host(), Sasl.QOP, "auth"),
            this::answer);
    if (jdk == null) {
      throw new SaslException("DIGEST-MD5 is switched off in this Java");
    }
  }

  @Override
  public byte[] evaluateResponse(byte[] response) throws SaslException {
    byte[] challenge = evaluated(response);
    if (jdk.isComplete()) {
      accept(register.accepted(candidate, true));
    }
    return challenge;
  }

  private byte[] evaluated(byte[] response) throws SaslException {
    try {
      return jdk.evaluateResponse(response);
    } catch (RuntimeException e) {
      // Its parser stumbles over a maxbuf that is no number, a digest-uri that is not there, …
      throw new SaslException("not the form of DIGEST-MD5", e);
    }
  }

  private void answer(Callback[] callbacks) {
    for (Callback callback : callbacks) {
      if (callback instanceof NameCallback name) {
        candidate = register.candidate(name.getDefaultName());
      } else if (callback instanceof PasswordCallback password) {
        password.setPassword(candidate.password().toCharArray());
      } else if (callback instanceof AuthorizeCallback who) {
        who.setAuthorized(register.self(who.getAuthorizationID(), who.getAuthenticationID()));
      }
    }
  }

  @Override
  public void dispose() throws SaslException {
    jdk.dispose();
  }
}
