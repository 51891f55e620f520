package smtpterm.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The commands of earlier sessions: one line each, in a file that only its owner can read.
 *
 * <p>Never in the way: a file that is broken, huge or not writable costs the history, not the
 * session. Each line is one write at the end of the file, so two sessions do not harm each other.
 */
final class HistoryFile {
  /** Older ones are forgotten. */
  static final int MOST_LINES = 1_000;

  private static final long MOST_OCTETS = 512L * 1024;

  private final Path file;
  private boolean usable;

  HistoryFile(Path file) {
    this.file = file;
  }

  /** The lines of earlier sessions, oldest first; empty when there are none to be had. */
  List<String> load() {
    try {
      prepare();
      usable = true;
      List<String> lines = newest();
      if (Files.size(file) > MOST_OCTETS) {
        String kept = String.join("\n", lines) + "\n";
        Files.writeString(file, kept, StandardCharsets.UTF_8);
      }
      return lines;
    } catch (IOException | UnsupportedOperationException e) {
      usable = false;
      return List.of();
    }
  }

  /** Adds a line; quietly nothing when the file cannot be written. */
  void add(String line) {
    if (!usable || line.isBlank()) {
      return;
    }
    try {
      Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      usable = false;
    }
  }

  private void prepare() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(folder);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      if (posix) {
        Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mine));
      } else {
        Files.createFile(file);
      }
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("not a file of its own: " + file);
    }
    if (posix) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private List<String> newest() throws IOException {
    String text;
    boolean cut;
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      cut = size > MOST_OCTETS;
      if (cut) {
        in.skipNBytes(size - MOST_OCTETS);
      }
      text = new String(in.readNBytes((int) MOST_OCTETS), StandardCharsets.UTF_8);
    }
    List<String> lines = new ArrayList<>();
    for (String line : Paste.lines(text)) {
      if (!line.isBlank()) {
        lines.add(line);
      }
    }
    // Where the file was cut, a line is probably not whole.
    int first = Math.max(cut ? Math.min(1, lines.size()) : 0, lines.size() - MOST_LINES);
    return lines.subList(first, lines.size());
  }
}
