package smtpterm.sasl;

import java.util.Optional;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/**
 * One login as the server sees it, line by line: {@code AUTH LOGIN} asks {@code VXNlcm5hbWU6}, the
 * answer {@code YW5uYQ==} asks {@code UGFzc3dvcmQ6} (RFC 4954 section 4, RFC 5034 section 4).
 *
 * <p>Where the mechanism has a last word of the server, such as SCRAM's signature, that is asked as
 * one more question, and answered by an empty line, before the login is accepted: neither protocol
 * has another place for it.
 */
public final class ServerLogin {
  /** More answers than any mechanism needs. */
  private static final int MOST_ANSWERS = 10;

  private final Mechanism mechanism;
  private final SaslServer machine;
  private int answers;
  private boolean lastWordSaid;

  ServerLogin(Mechanism mechanism, SaslServer machine) {
    this.mechanism = mechanism;
    this.machine = machine;
  }

  /** Takes the AUTH line with the initial response on it, if there is one. */
  public LoginStep begin(Optional<String> initialResponse) {
    if (initialResponse.isEmpty()) {
      // Who speaks first when the client may: the client, once it was asked to (RFC 4954 4).
      return mechanism.clientFirst() ? LoginStep.of(LoginStep.Outcome.ASK) : evaluate(new byte[0]);
    }
    // LOGIN asks for a name, and takes it unasked as well, as most servers do.
    if (!mechanism.clientFirst() && mechanism != Mechanism.LOGIN) {
      return LoginStep.of(LoginStep.Outcome.NO_INITIAL_RESPONSE);
    }
    // RFC 4954 section 4: "=" is an initial response without any octet.
    return initialResponse.get().equals("=") ? evaluate(new byte[0]) : read(initialResponse.get());
  }

  /** Takes an answer on a line of its own. */
  public LoginStep answer(String line) {
    answers++;
    if (line.equals("*")) {
      return LoginStep.of(LoginStep.Outcome.CANCELLED);
    }
    return answers > MOST_ANSWERS ? LoginStep.of(LoginStep.Outcome.WRONG) : read(line);
  }

  private LoginStep read(String line) {
    return Base64Line.decode(line)
        .map(this::evaluate)
        .orElseGet(() -> LoginStep.of(LoginStep.Outcome.NOT_BASE64));
  }

  private LoginStep evaluate(byte[] response) {
    try {
      if (lastWordSaid) {
        return response.length == 0 ? accepted() : LoginStep.of(LoginStep.Outcome.WRONG);
      }
      byte[] challenge = machine.evaluateResponse(response);
      if (machine.isComplete() && challenge == null) {
        return accepted();
      }
      lastWordSaid = machine.isComplete();
      return new LoginStep(LoginStep.Outcome.ASK, Base64Line.encode(challenge));
    } catch (SaslException e) {
      // Why is not told: a stranger must not learn whether the name or the password was wrong.
      return LoginStep.of(LoginStep.Outcome.WRONG);
    }
  }

  private LoginStep accepted() {
    return mechanism == Mechanism.ANONYMOUS
        ? LoginStep.of(LoginStep.Outcome.GUEST)
        : new LoginStep(LoginStep.Outcome.ACCEPT, machine.getAuthorizationID());
  }
}
