package smtpterm.mail;

import java.util.Objects;

/**
 * A message that was read: {@code Subject: Gartenparty}, its text, its attachments, and the way it
 * came.
 *
 * @param header its fields
 * @param content what is inside
 * @param trace what its header tells
 * @param octets how many it has
 */
public record MessageReading(Header header, Content content, Trace trace, long octets) {
  public MessageReading {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(trace, "trace");
  }

  /** Whether this is a mail at all: it has a header. */
  public boolean mail() {
    return !header.fields().isEmpty();
  }
}
