package smtpterm.shell;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A session file that grows line by line, each with one write, so that whatever ends this process
 * costs no more than the line under way. Only its owner can read it.
 */
final class RecordingFile implements Closeable {
  private static final int KIND = 0170000;
  private static final int DEVICE = 0020000;

  private final Path path;
  private final OutputStream out;
  private long lines;

  private RecordingFile(Path path, OutputStream out) {
    this.path = path;
    this.out = out;
  }

  /**
   * Creates it.
   *
   * @param force whether it may take the place of an older file
   * @throws FileAlreadyExistsException when it may not, or what is there is no file of its own
   */
  static RecordingFile create(Path path, boolean force) throws IOException {
    if (!force || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return new RecordingFile(path, created(path));
    } else if (device(path)) {
      return new RecordingFile(path, new FileOutputStream(path.toFile()));
    } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    // Another file in its place: the old one might be open to others, or known by other names.
    Files.delete(path);
    return new RecordingFile(path, created(path));
  }

  private static OutputStream created(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    boolean posix =
        folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(path);
    }
    // No channel of our own: one that is interrupted closes, and Ctrl-C interrupts.
    return Files.newOutputStream(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean device(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & KIND)
            == DEVICE;
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /** How many lines it has got. */
  long lines() {
    return lines;
  }

  /** Adds a line. */
  void line(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    lines++;
  }

  /** Adds lines at once. */
  void all(List<String> all) throws IOException {
    out.write((String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
    lines += all.size();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
