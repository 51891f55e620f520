package smtpterm.mail;

import java.util.Locale;
import org.apache.james.mime4j.stream.BodyDescriptor;

/**
 * What the fields of a part say of it.
 *
 * @param mimeType such as {@code text/plain}, in lower case
 * @param boundary between the parts of a multipart; null for anything else
 * @param charset as it was written, or ""
 * @param transferEncoding such as {@code base64}, in lower case; {@code 7bit} where none is named
 * @param name of the file, or ""
 * @param disposition {@code inline}, {@code attachment} or ""
 */
record Part(
    String mimeType,
    String boundary,
    String charset,
    String transferEncoding,
    String name,
    String disposition)
    implements BodyDescriptor {

  /** Whether this is text that is to be read where it stands, and no file. */
  boolean readable() {
    return (plain() || html()) && name.isEmpty() && !disposition.equals("attachment");
  }

  boolean plain() {
    return mimeType.equals("text/plain");
  }

  boolean html() {
    return mimeType.equals("text/html");
  }

  boolean multipart() {
    return boundary != null;
  }

  @Override
  public String getBoundary() {
    return boundary;
  }

  @Override
  public String getMimeType() {
    return mimeType;
  }

  @Override
  public String getMediaType() {
    return mimeType.substring(0, mimeType.indexOf('/'));
  }

  @Override
  public String getSubType() {
    return mimeType.substring(mimeType.indexOf('/') + 1);
  }

  @Override
  public String getCharset() {
    return charset;
  }

  @Override
  public String getTransferEncoding() {
    return transferEncoding.toLowerCase(Locale.ROOT);
  }

  @Override
  public long getContentLength() {
    return -1;
  }
}
