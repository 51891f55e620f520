package smtpterm.sasl;

import java.util.Objects;

/**
 * One piece of a line of a login: the nonce {@code fyko+d2lbbFgONRv9qkxdawL}.
 *
 * @param field what it is
 * @param value as text; binary values in Base64 or, where MD5 is at work, in hex
 * @param secret whether it may only be shown where passwords may
 */
public record Part(Field field, String value, boolean secret) {
  public Part {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
  }

  static Part open(Field field, String value) {
    return new Part(field, value, false);
  }

  static Part secret(Field field, String value) {
    return new Part(field, value, true);
  }

  /** Without its value where that is a secret. */
  @Override
  public String toString() {
    return field + "=" + (secret ? "********" : value);
  }
}
