package smtpterm.sasl;

import java.util.Optional;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/**
 * One login as the client types it, line by line: {@code AUTH LOGIN}, {@code YW5uYQ==}, {@code
 * Z2VoZWlt} (RFC 4954 section 4).
 */
public final class ClientLogin implements AutoCloseable {
  /** The answer that gives a login up. */
  public static final String CANCEL = "*";

  /** More questions than any mechanism asks: a server that goes on is not answered any more. */
  private static final int MOST_ANSWERS = 10;

  private final SaslClient mechanism;
  private int answers;

  private ClientLogin(SaslClient mechanism) {
    this.mechanism = mechanism;
  }

  /**
   * A login for this user.
   *
   * @param mechanism one that {@link Mechanisms#supports}
   * @param user not null
   * @param password not null; the caller may wipe it as soon as this returns
   * @throws SaslException when the mechanism cannot take this name or password, such as an empty
   *     name
   */
  public static ClientLogin with(String mechanism, String user, char[] password)
      throws SaslException {
    return new ClientLogin(Mechanisms.client(mechanism, user, password));
  }

  /** The line that begins it: {@code AUTH LOGIN}, or {@code AUTH PLAIN AGFubmEAZ2VoZWlt}. */
  public String authLine() throws SaslException {
    String line = "AUTH " + mechanism.getMechanismName();
    if (!mechanism.hasInitialResponse()) {
      return line;
    }
    byte[] response = mechanism.evaluateChallenge(new byte[0]);
    return line + " " + (response.length == 0 ? "=" : Base64Line.encode(response));
  }

  /**
   * The line that answers a challenge.
   *
   * @param challenge what stands behind the 334, as it came
   * @return Base64, or {@link #CANCEL} where the mechanism has no answer: the challenge is not
   *     Base64, or one too many
   */
  public String answer(String challenge) {
    answers++;
    Optional<byte[]> octets = Base64Line.decode(challenge);
    if (octets.isEmpty() || answers > MOST_ANSWERS || mechanism.isComplete()) {
      return CANCEL;
    }
    try {
      byte[] response = mechanism.evaluateChallenge(octets.get());
      return response == null ? CANCEL : Base64Line.encode(response);
    } catch (SaslException e) {
      return CANCEL;
    }
  }

  /** Forgets the password. */
  @Override
  public void close() throws SaslException {
    mechanism.dispose();
  }
}
