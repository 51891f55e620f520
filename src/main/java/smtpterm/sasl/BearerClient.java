package smtpterm.sasl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.security.sasl.SaslException;

/**
 * XOAUTH2 and OAUTHBEARER: a token that some service has given out, in one answer (RFC 7628).
 *
 * <p>Where the server does not take it, it sends its reasons as one more challenge, and waits for
 * an answer without meaning before it says so.
 */
final class BearerClient extends OwnClient {
  /** Control-A, which stands between and behind the fields. */
  private static final char SEPARATOR = '\1';

  private final Mechanism mechanism;
  private final Place place;
  private final String user;
  private final Passphrase token;
  private int answers;

  BearerClient(Mechanism mechanism, Place place, String user, Passphrase token) {
    super(mechanism);
    this.mechanism = mechanism;
    this.place = place;
    this.user = user;
    this.token = token;
  }

  @Override
  public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
    answers++;
    return switch (answers) {
      case 1 -> message();
      // RFC 7628 section 3.2.3: a single control-A; XOAUTH2 wants nothing at all.
      case 2 -> mechanism == Mechanism.OAUTHBEARER ? new byte[] {SEPARATOR} : new byte[0];
      default -> throw new RefusedChallenge(Objection.Reason.UNEXPECTED, "");
    };
  }

  private byte[] message() {
    StringBuilder head = new StringBuilder();
    if (mechanism == Mechanism.OAUTHBEARER) {
      // RFC 5801 section 4: in the GS2 header "," and "=" are written as =2C and =3D.
      head.append("n,a=").append(user.replace("=", "=3D").replace(",", "=2C")).append(',');
      head.append(SEPARATOR).append("host=").append(place.host());
      head.append(SEPARATOR).append("port=").append(place.port());
    } else {
      head.append("user=").append(user);
    }
    head.append(SEPARATOR).append("auth=Bearer ");
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    byte[] secret = token.utf8();
    message.writeBytes(secret);
    Arrays.fill(secret, (byte) 0);
    message.write(SEPARATOR);
    message.write(SEPARATOR);
    return message.toByteArray();
  }

  @Override
  public boolean isComplete() {
    return answers >= 1;
  }

  @Override
  public void dispose() {
    token.wipe();
  }
}
