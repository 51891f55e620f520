package smtpterm.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * The file, such as {@code ~/.config/smtpterm/config.toml}, which need not exist.
 *
 * <p>Nobody knows what stands at that place: a folder, a pipe that nobody fills, a hundred
 * megabytes. All of that is found out without waiting and without filling the memory.
 */
public record ConfigFile(Path path) {
  /** In octets; a file with everything that can be set has a few thousand. */
  static final int LONGEST = 128 * 1024;

  /** Refuses null. */
  public ConfigFile {
    Objects.requireNonNull(path, "path");
  }

  /** What stands in it; empty when there is no such file. */
  public Optional<Document> load() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return unusable(Problem.Kind.FOLDER);
      }
      if (!attributes.isRegularFile()) {
        return unusable(Problem.Kind.NO_FILE);
      }
      if (attributes.size() > LONGEST) {
        return unusable(Problem.Kind.TOO_LONG, Integer.toString(LONGEST / 1024));
      }
      return Optional.of(read());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // With XDG_CONFIG_HOME=/dev/null people say that they want no file.
      return Files.isDirectory(path.getParent()) || e instanceof java.nio.file.AccessDeniedException
          ? unusable(Problem.Kind.UNREADABLE)
          : Optional.empty();
    }
  }

  private static Optional<Document> unusable(Problem.Kind kind, String... arguments) {
    return Optional.of(Document.unusable(Problem.ofFile(kind, arguments)));
  }

  private static Document of(byte[] octets) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      // Windows' editors like to put a mark at the beginning.
      return Document.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Document.unusable(notUtf8(octets));
    }
  }

  private Document read() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] octets = in.readNBytes(LONGEST + 1);
      return octets.length > LONGEST
          ? Document.unusable(
              Problem.ofFile(Problem.Kind.TOO_LONG, Integer.toString(LONGEST / 1024)))
          : of(octets);
    }
  }

  /** The first line whose octets are no UTF-8. */
  private static Problem notUtf8(byte[] octets) {
    String[] lines = new String(octets, StandardCharsets.UTF_8).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int column = lines[i].indexOf('\uFFFD');
      if (column >= 0) {
        return new Problem(
            i + 1, column + 1, lines[i].strip(), Problem.Kind.NOT_UTF8, java.util.List.of());
      }
    }
    return Problem.ofFile(Problem.Kind.NOT_UTF8);
  }
}
