package smtpterm.mail;

import java.util.Objects;

/**
 * The text of a message, decoded.
 *
 * @param text with LF at the line ends; HTML reduced to what there is to read
 * @param type {@code text/plain} or {@code text/html}
 * @param charset the name of the charset that it was read by
 * @param encoding such as {@code quoted-printable}
 * @param octets how many it has when decoded, those that were not kept included
 * @param cut whether it is longer than what is kept
 */
public record BodyText(
    String text, String type, String charset, String encoding, long octets, boolean cut) {
  public BodyText {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(encoding, "encoding");
  }
}
