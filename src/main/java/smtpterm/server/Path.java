package smtpterm.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * A reverse-path or forward-path, such as {@code anna@kolleg.de} (RFC 5321 section 4.1.2).
 *
 * @param text as it was written, without brackets and source route; empty for the null path
 * @param localPart the part before the at sign, without quotes
 * @param domain in lower case; empty for the null path and for the lone {@code Postmaster}
 */
record Path(String text, String localPart, String domain) {
  /** {@code <>}, the sender of reports. */
  static final Path NULL = new Path("", "", "");

  Path {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(localPart, "localPart");
    domain = domain.toLowerCase(Locale.ROOT);
  }

  boolean isNull() {
    return text.isEmpty();
  }

  boolean ascii() {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  @Override
  public String toString() {
    return "<" + text + ">";
  }
}
