package smtpterm.mail;

import java.util.Objects;

/**
 * A part that is no text to be read where it stands, such as {@code einladung.pdf}.
 *
 * @param name of the file as the sender wrote it, or "": never to be used as a path
 * @param type as the sender wrote it, such as {@code application/pdf}
 * @param octets how many it has when decoded
 */
public record Attachment(String name, String type, long octets) {
  public Attachment {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
