package smtpterm.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import smtpterm.mail.Finding.Kind;
import smtpterm.wire.LosslessUtf8;

/**
 * Reads a message: octets such as {@code Subject: Gartenparty} become a {@link MessageReading}.
 *
 * <p>Whatever the octets are, a reading comes of them, and the memory that it takes does not depend
 * on how many there are: they are read once, from front to back, and only so much is kept.
 */
public final class MessageReader {
  /** So many octets of the text are kept where nobody wants it otherwise: 1 MiB. */
  public static final int TEXT_LIMIT = 1 << 20;

  private MessageReader() {}

  /**
   * Reads to the end of the stream, and leaves it open.
   *
   * @param limit how many octets of the text are kept, at least 1
   * @throws IOException only what the stream throws
   */
  public static MessageReading read(InputStream in, int limit) throws IOException {
    if (limit < 1 || limit > 64 * TEXT_LIMIT) {
      throw new IllegalArgumentException("limit " + limit);
    }
    BoundedLines lines = new BoundedLines(in);
    FieldCollector fields = new FieldCollector();
    PartWalk walk = new PartWalk(fields, limit);
    try {
      walk.through(lines);
    } catch (MimeException | RuntimeException e) {
      // The library could not go on; what it has read by then is shown.
      walk.broken();
    }
    lines.drain();
    Header header = fields.header();
    List<Hop> path = ReceivedPath.of(header);
    List<Check> checks = AuthenticationResults.of(header);
    List<Finding> findings = new ArrayList<>(Detective.findings(header, path, checks));
    if (!header.strays().isEmpty()) {
      findings.add(Finding.of(Kind.HEADER_STRAY, header.strays().get(0)));
    }
    if (header.dropped() > 0) {
      findings.add(Finding.of(Kind.HEADER_DROPPED, header.dropped()));
    }
    findings.addAll(walk.findings());
    return new MessageReading(
        header, walk.content(), new Trace(path, checks, findings), lines.octets());
  }

  /**
   * The same of lines without their endings, as a session has them; an octet that is not UTF-8 is
   * carried as {@link LosslessUtf8} does.
   */
  public static MessageReading read(List<String> lines, int limit) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (String line : lines) {
      octets.writeBytes(LosslessUtf8.encode(line));
      octets.write('\r');
      octets.write('\n');
    }
    try {
      return read(new ByteArrayInputStream(octets.toByteArray()), limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
