package smtpterm.sasl;

import javax.security.sasl.SaslException;

/** A challenge that a mechanism does not answer, with its reason. */
final class RefusedChallenge extends SaslException {
  private static final long serialVersionUID = 1L;

  private final transient Objection objection;

  RefusedChallenge(Objection.Reason reason, String detail) {
    super(reason.name());
    this.objection = new Objection(reason, detail);
  }

  Objection objection() {
    return objection;
  }
}
