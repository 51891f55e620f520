package smtpterm.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import smtpterm.wire.LosslessUtf8;

/**
 * Makes fields of the lines of a header, and keeps those of the message's own header; however many
 * and however long they are, only so much is kept. Not safe for several threads.
 */
final class FieldCollector implements FieldBuilder {
  /** Octets of one field that are kept. */
  private static final int LONGEST = 65_536;

  private static final int MOST_FIELDS = 1_000;
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int MOST_STRAYS = 20;
  private static final int LONGEST_STRAY = 200;

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final List<HeaderField> fields = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private boolean first = true;
  private boolean collecting = true;
  private long characters;
  private long dropped;

  /** What was collected so far. */
  Header header() {
    return new Header(fields, dropped, strays);
  }

  /** The message's own header is over: what follows belongs to its parts. */
  void over() {
    collecting = false;
  }

  @Override
  public void reset() {
    octets.reset();
  }

  @Override
  public void append(ByteArrayBuffer line) {
    if (line != null) {
      octets.write(line.buffer(), 0, Math.min(line.length(), LONGEST - octets.size()));
    }
  }

  @Override
  public RawField build() {
    String lines = LosslessUtf8.decode(octets.toByteArray());
    int colon = lines.indexOf(':');
    String name = colon < 0 ? "" : lines.substring(0, colon).stripTrailing();
    boolean mailbox = first && lines.startsWith("From ");
    first = false;
    if (!name.matches("[!-9;-~]+")) {
      // The first line of a message in a file of Unix, a mailbox, is no stray.
      if (collecting && !mailbox && !lines.isBlank() && strays.size() < MOST_STRAYS) {
        String line = joined(lines);
        strays.add(line.substring(0, Math.min(line.length(), LONGEST_STRAY)));
      }
      return null;
    }
    String value = joined(lines.substring(colon + 1));
    keep(new HeaderField(name, value));
    // The library takes a CR that stands alone for an attack.
    return new RawField(name, value.replace('\r', ' ').replace('\n', ' '));
  }

  private void keep(HeaderField field) {
    if (!collecting) {
      return;
    }
    if (fields.size() >= MOST_FIELDS || characters > MOST_CHARACTERS) {
      dropped++;
      return;
    }
    fields.add(field);
    characters += field.name().length() + field.raw().length();
  }

  /** RFC 5322 section 2.2.3: only the line's end is taken out, the blank behind it stays. */
  private static String joined(String lines) {
    return lines.replaceAll("\r?\n(?=[ \t])", "").strip();
  }

  /** Never asked for: a stray line does not start the body. */
  @Override
  public RecycledByteArrayBuffer getRaw() {
    return null;
  }

  @Override
  public void release() {
    octets.reset();
  }
}
