package smtpterm.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import smtpterm.screen.Printable;

/** File names as they are typed: {@code ~/mail.txt} is in the home folder. */
final class FileNames {
  private static final int MOST = 200;

  /** The line being typed must not wait for a folder that is huge. */
  private static final int MOST_LOOKED_AT = 20_000;

  private FileNames() {}

  /** The path that was typed; {@code ~/} is the user's home. */
  static Path path(String typed) {
    return typed.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), typed.substring(2))
        : Path.of(typed);
  }

  /** The names that this beginning can become; folders end with a slash. */
  static List<String> complete(String typed) {
    int slash = typed.lastIndexOf('/') + 1;
    String folder = typed.substring(0, slash);
    String start = typed.substring(slash);
    try (Stream<Path> files = Files.list(path(folder.isEmpty() ? "." : folder))) {
      return files
          .limit(MOST_LOOKED_AT)
          .filter(file -> name(file).startsWith(start))
          .filter(file -> !name(file).startsWith(".") || start.startsWith("."))
          // A name that could act on the terminal is not offered.
          .filter(file -> Printable.escape(name(file)).equals(name(file)))
          .map(file -> folder + name(file) + (Files.isDirectory(file) ? "/" : ""))
          .sorted()
          .limit(MOST)
          .toList();
    } catch (IOException | UncheckedIOException | InvalidPathException | SecurityException e) {
      return List.of();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
