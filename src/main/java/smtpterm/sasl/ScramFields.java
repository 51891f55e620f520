package smtpterm.sasl;

import java.util.Optional;
import javax.security.sasl.SaslException;

/**
 * The fields of a SCRAM message: {@code r=fyko+d2l3rfc,s=QSXCR+Q6sek8bf92,i=4096} (RFC 5802 section
 * 7).
 *
 * <p>A value ends at the comma only; it may hold {@code =}, quotes and semicolons, as the nonces of
 * some servers do.
 */
final class ScramFields {
  /** Servers use 12 to 32 octets. */
  private static final int LONGEST_SALT = 1_024;

  private final String[] fields;

  private ScramFields(String[] fields) {
    this.fields = fields;
  }

  static ScramFields of(String message) {
    return new ScramFields(message.split(",", -1));
  }

  /** The letters of all fields in their order; {@code ?} for what is no field. */
  String names() {
    StringBuilder names = new StringBuilder();
    for (String field : fields) {
      names.append(field.length() > 1 && field.charAt(1) == '=' ? field.charAt(0) : '?');
    }
    return names.toString();
  }

  /** The value of the first field of this letter. */
  Optional<String> value(char name) {
    for (String field : fields) {
      if (field.length() > 1 && field.charAt(0) == name && field.charAt(1) == '=') {
        return Optional.of(field.substring(2));
      }
    }
    return Optional.empty();
  }

  /** The octets of the salt. */
  byte[] salt() throws SaslException {
    byte[] salt = value('s').flatMap(Base64Line::decode).orElse(new byte[0]);
    if (salt.length == 0 || salt.length > LONGEST_SALT) {
      throw new RefusedChallenge(Objection.Reason.SALT, "");
    }
    return salt;
  }
}
