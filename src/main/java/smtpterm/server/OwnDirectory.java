package smtpterm.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * A directory that one practice server has for itself, marked by a file {@code smtpterm-mails} that
 * is locked as long as the server runs. Nobody but its owner can look into it.
 */
final class OwnDirectory implements Closeable {
  private static final String MARK = "smtpterm-mails";
  private static final String MARK_TEXT = "Mails of a smtpterm practice server, format 1\n";

  private final Path path;
  private final FileChannel mark;
  private boolean closed;

  private OwnDirectory(Path path, FileChannel mark) {
    this.path = path;
    this.mark = mark;
  }

  /**
   * Takes this directory, which is made if there is none. One with files in it is only taken when a
   * practice server had it before.
   */
  static OwnDirectory take(Path path) throws IOException {
    make(path);
    Path marked = path.resolve(MARK);
    if (!Files.exists(marked, LinkOption.NOFOLLOW_LINKS) && !isEmpty(path)) {
      throw new DataRefused(DataRefused.Why.NOT_OURS, path);
    }
    FileChannel mark =
        FileChannel.open(
            marked,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS),
            ownersOnly(path));
    try {
      lock(mark, path);
      check(mark, path);
      if (posix(path)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      return new OwnDirectory(path, mark);
    } catch (IOException | RuntimeException e) {
      mark.close();
      throw e;
    }
  }

  /** The file of this name, which no stranger has chosen. */
  Path file(String name) {
    return path.resolve(name);
  }

  /** The names of all files but the mark. */
  List<String> names() throws IOException {
    try (var files = Files.list(path)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> !n.equals(MARK)).toList();
    }
  }

  /** Makes a file that must not be there yet, for its owner alone. */
  Path create(String name) throws IOException {
    return Files.createFile(file(name), ownersOnly(path));
  }

  /** Puts a whole file in the place of another, or where none is: all of it or nothing. */
  void replace(Path whole, String name) throws IOException {
    Files.move(whole, file(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives the directory free for another server. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      mark.close();
    }
  }

  private static void make(Path path) throws IOException {
    try {
      Path parent = path.toAbsolutePath().getParent();
      if (posix(parent == null ? path : parent)) {
        Files.createDirectory(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(path);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(path)) {
        throw new DataRefused(DataRefused.Why.NO_DIRECTORY, path);
      }
    }
  }

  private static void lock(FileChannel mark, Path path) throws IOException {
    try {
      FileLock lock = mark.tryLock();
      if (lock == null) {
        throw new DataRefused(DataRefused.Why.IN_USE, path);
      }
    } catch (OverlappingFileLockException e) {
      // Another server of this very process has it.
      throw new DataRefused(DataRefused.Why.IN_USE, path);
    }
  }

  /** Writes the mark into a new file, or sees that it is there. */
  private static void check(FileChannel mark, Path path) throws IOException {
    byte[] text = MARK_TEXT.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer found = ByteBuffer.allocate(text.length + 1);
    while (found.hasRemaining() && mark.read(found) >= 0) {
      // Until it is full or the file ends.
    }
    if (found.position() == 0) {
      mark.write(ByteBuffer.wrap(text), 0);
    } else if (!found.flip().equals(ByteBuffer.wrap(text))) {
      throw new DataRefused(DataRefused.Why.NOT_OURS, path);
    }
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      return !files.iterator().hasNext();
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] ownersOnly(Path path) {
    return posix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
