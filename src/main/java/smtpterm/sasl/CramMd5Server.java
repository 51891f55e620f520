package smtpterm.sasl;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * CRAM-MD5 as the server: sends {@code <1896.697170952@postoffice.reston.mci.net>}, takes {@code
 * tim b913a602c7eda7a495b4e6e7334d3890} (RFC 2195).
 *
 * <p>The JDK has one, too, but that stops comparing at the first wrong digit.
 */
final class CramMd5Server extends OwnServer {
  private final Register register;
  private final String challenge;
  private boolean asked;

  /**
   * @param challenge new for each login, in the form of a message-id
   */
  CramMd5Server(Register register, String challenge) {
    super(Mechanism.CRAM_MD5);
    this.register = register;
    this.challenge = challenge;
  }

  @Override
  public byte[] evaluateResponse(byte[] response) throws SaslException {
    if (!asked) {
      asked = true;
      return challenge.getBytes(StandardCharsets.US_ASCII);
    }
    String text = text(response);
    // A name may hold blanks, the digits cannot.
    int blank = text.lastIndexOf(' ');
    if (blank < 0) {
      throw new SaslException("not two parts");
    }
    Account candidate = register.candidate(text.substring(0, blank));
    String expected =
        new HmacUtils(HmacAlgorithms.HMAC_MD5, candidate.password()).hmacHex(challenge);
    accept(register.accepted(candidate, Register.same(expected, text.substring(blank + 1))));
    return null;
  }
}
