package smtpterm.mail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is inside a message.
 *
 * @param text to be read; empty where there is none
 * @param html how many octets the same text has as HTML beside it; 0 where it is not there twice
 * @param attachments in their order, as many as are kept
 * @param moreAttachments how many more there are
 */
public record Content(
    Optional<BodyText> text, long html, List<Attachment> attachments, long moreAttachments) {
  public Content {
    Objects.requireNonNull(text, "text");
    attachments = List.copyOf(attachments);
  }
}
