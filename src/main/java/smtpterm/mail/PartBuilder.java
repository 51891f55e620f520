package smtpterm.mail;

import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;

/** Gathers from the fields of a part what is to be known of it. Not safe for several threads. */
final class PartBuilder implements BodyDescriptorBuilder {
  /** RFC 2046 section 5.1.1 allows 70; who writes more does not deserve much more. */
  private static final int LONGEST_BOUNDARY = 500;

  private static final int LONGEST_NAME = 1_000;

  /** RFC 2045 section 5.1: two tokens. */
  private static final String TYPE = "[!#-'*+.0-9A-Z^-~-]{1,100}/[!#-'*+.0-9A-Z^-~-]{1,100}";

  private final String implied;
  private ContentValue type;
  private ContentValue disposition;
  private String encoding;

  /** For the message itself. */
  PartBuilder() {
    this("text/plain");
  }

  private PartBuilder(String implied) {
    this.implied = implied;
    reset();
  }

  @Override
  public void reset() {
    type = null;
    disposition = new ContentValue("", Map.of());
    encoding = "7bit";
  }

  @Override
  public Field addField(RawField field) {
    switch (field.getName().toLowerCase(Locale.ROOT)) {
      case "content-type" -> type = type == null ? ContentValue.of(field.getBody()) : type;
      case "content-disposition" -> disposition = ContentValue.of(field.getBody());
      case "content-transfer-encoding" -> {
        String value = ContentValue.of(field.getBody()).value();
        encoding = value.isEmpty() ? encoding : value;
      }
      default -> {
        // Says nothing about how to read the part.
      }
    }
    return null;
  }

  @Override
  public BodyDescriptor build() {
    ContentValue known = type == null ? new ContentValue(implied, Map.of()) : type;
    String mimeType = known.value().replaceAll("\\s*/\\s*", "/");
    if (!mimeType.toUpperCase(Locale.ROOT).matches(TYPE)) {
      // RFC 2045 section 5.2: what cannot be read counts as plain text.
      mimeType = "text/plain";
    }
    String boundary = null;
    if (mimeType.startsWith("multipart/")) {
      boundary = known.parameter("boundary");
      if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
        boundary = null;
        mimeType = "text/plain";
      }
    }
    String name = disposition.parameter("filename");
    name = name.isEmpty() ? known.parameter("name") : name;
    return new Part(
        mimeType,
        boundary,
        known.parameter("charset"),
        encoding,
        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
        disposition.value());
  }

  @Override
  public BodyDescriptorBuilder newChild() {
    // RFC 2046 section 5.1.5
    boolean digest = type != null && type.value().equals("multipart/digest");
    return new PartBuilder(digest ? "message/rfc822" : "text/plain");
  }
}
