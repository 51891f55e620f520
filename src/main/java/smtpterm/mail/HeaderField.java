package smtpterm.mail;

import java.util.Objects;

/**
 * A field of the header, such as {@code Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=}.
 *
 * @param name as it was written, such as {@code Subject}
 * @param raw the value with its lines joined (RFC 5322 section 2.2.3), encoded words left as they
 *     are; an octet that is not UTF-8 is carried as {@link smtpterm.wire.LosslessUtf8} does
 */
public record HeaderField(String name, String raw) {
  public HeaderField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(raw, "raw");
  }

  /** The value as a person reads it: {@code Grüße}. */
  public String text() {
    return EncodedWords.decoded(raw);
  }
}
