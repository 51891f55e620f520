package smtpterm.sasl;

import java.util.Optional;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/**
 * One login as the server sees it, line by line: {@code AUTH LOGIN} asks {@code VXNlcm5hbWU6}, the
 * answer {@code YW5uYQ==} asks {@code UGFzc3dvcmQ6} (RFC 4954 section 4).
 */
public final class ServerLogin {
  private final SaslServer mechanism;

  private ServerLogin(SaslServer mechanism) {
    this.mechanism = mechanism;
  }

  /**
   * A login that begins; {@link #begin} comes next.
   *
   * @throws IllegalArgumentException when {@link Mechanisms#supports} denies the mechanism
   */
  public static ServerLogin with(String mechanism, Credentials credentials) {
    return new ServerLogin(Mechanisms.server(mechanism, credentials));
  }

  /** Takes the AUTH line with the initial response on it, if there is one. */
  public LoginStep begin(Optional<String> initialResponse) {
    // RFC 4954 section 4: "=" is an initial response without any octet.
    return initialResponse.filter(r -> !r.equals("=")).map(this::read).orElseGet(this::open);
  }

  /** Takes an answer on a line of its own. */
  public LoginStep answer(String line) {
    return line.equals("*") ? new LoginStep(LoginStep.Outcome.CANCELLED, "") : read(line);
  }

  private LoginStep open() {
    return evaluate(new byte[0]);
  }

  private LoginStep read(String line) {
    return Base64Line.decode(line)
        .map(this::evaluate)
        .orElseGet(() -> new LoginStep(LoginStep.Outcome.NOT_BASE64, ""));
  }

  private LoginStep evaluate(byte[] response) {
    try {
      byte[] challenge = mechanism.evaluateResponse(response);
      return mechanism.isComplete()
          ? new LoginStep(LoginStep.Outcome.ACCEPT, mechanism.getAuthorizationID())
          : new LoginStep(LoginStep.Outcome.ASK, Base64Line.encode(challenge));
    } catch (SaslException e) {
      // Why is not told: a stranger must not learn whether the name or the password was wrong.
      return new LoginStep(LoginStep.Outcome.WRONG, "");
    }
  }
}
