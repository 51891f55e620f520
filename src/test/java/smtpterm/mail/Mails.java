package smtpterm.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Messages for the tests. */
public final class Mails {
  private Mails() {}

  /** A file under {@code src/test/resources/mails}. */
  public static Path file(String name) {
    return Path.of("src", "test", "resources", "mails", name);
  }

  /** The same, read. */
  public static MessageReading read(String name) {
    try (InputStream in = Files.newInputStream(file(name))) {
      return MessageReader.read(in, MessageReader.TEXT_LIMIT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message of these lines, in UTF-8. */
  static MessageReading of(String... lines) {
    return of(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  static MessageReading of(byte[] octets) {
    try {
      return MessageReader.read(new ByteArrayInputStream(octets), MessageReader.TEXT_LIMIT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
