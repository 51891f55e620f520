package smtpterm.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import smtpterm.script.ScriptError.Kind;

/**
 * The folder of a session file: {@code @send letter.eml} may only name regular files in it, since a
 * session file from elsewhere could name anything.
 */
public final class SessionFolder {
  /** As the user named the session file. */
  private final Path session;

  /** Without any links in it. */
  private final Path folder;

  private SessionFolder(Path session, Path folder) {
    this.session = session;
    this.folder = folder;
  }

  /**
   * The folder of this session file, which is the one in which it is named, should it be a link.
   *
   * @throws IOException if there is no such file
   */
  public static SessionFolder of(Path session) throws IOException {
    Path parent = session.toAbsolutePath().getParent();
    return new SessionFolder(session, parent == null ? session.toRealPath() : parent.toRealPath());
  }

  /** A file that may not or cannot be read. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ScriptError error;

    Refused(Place at, Kind kind, String... arguments) {
      super(kind.name());
      this.error = ScriptError.of(at, kind, arguments);
    }

    /** What is wrong; never null. */
    public ScriptError error() {
      return error;
    }
  }

  /**
   * A file that was opened.
   *
   * @param path where it really is
   * @param name what to call it: as the user named the session file
   * @param content to be closed
   * @param size in octets
   */
  public record Opened(Path path, String name, InputStream content, long size)
      implements AutoCloseable {
    /** Refuses null. */
    public Opened {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(content, "content");
    }

    @Override
    public void close() throws IOException {
      content.close();
    }
  }

  /**
   * Opens a file that a session file names.
   *
   * @param name as it stands there, relative to the file in which it stands
   * @param at where it stands
   * @throws Refused if it is outside of the folder, no regular file, or cannot be read
   */
  public Opened open(String name, Place at) throws Refused {
    Path relative = relative(name, at);
    Path beside = beside(at);
    Path wanted = folder.resolve(beside).resolve(relative).normalize();
    if (!wanted.startsWith(folder)) {
      throw new Refused(at, Kind.FILE_OUTSIDE, name);
    }
    if (!Files.exists(wanted)) {
      throw new Refused(at, Kind.FILE_MISSING, name);
    }
    try {
      Path real = wanted.toRealPath();
      if (!real.startsWith(folder)) {
        throw new Refused(at, Kind.FILE_OUTSIDE, name);
      }
      Path shown = session.resolveSibling(beside).resolve(relative).normalize();
      return opened(real, shown.toString(), name, at);
    } catch (IOException e) {
      throw new Refused(at, Kind.FILE_UNREADABLE, name);
    }
  }

  /** Why this file cannot be opened; empty if it can. */
  Optional<ScriptError> flaw(String name, Place at) {
    try {
      open(name, at).close();
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e.error());
    } catch (IOException e) {
      return Optional.of(ScriptError.of(at, Kind.FILE_UNREADABLE, name));
    }
  }

  private static Path relative(String name, Place at) throws Refused {
    try {
      Path path = Path.of(name);
      if (path.isAbsolute() || path.getRoot() != null || name.startsWith("\\")) {
        throw new Refused(at, Kind.FILE_ABSOLUTE, name);
      } else if (name.isBlank()) {
        throw new Refused(at, Kind.FILE_MISSING, name);
      }
      return path;
    } catch (InvalidPathException e) {
      throw new Refused(at, Kind.FILE_MISSING, name);
    }
  }

  /** From the folder to that of the file in which the name stands. */
  private Path beside(Place at) {
    Path from = Path.of(at.file());
    Path top = session.getParent();
    Path inside = top == null || !from.startsWith(top) ? from : top.relativize(from);
    Path parent = inside.getParent();
    return parent == null || from.equals(session) ? Path.of("") : parent;
  }

  private static Opened opened(Path real, String shown, String name, Place at)
      throws IOException, Refused {
    BasicFileAttributes before = attributes(real);
    if (!before.isRegularFile()) {
      // Opening a pipe would wait for somebody to write into it.
      throw new Refused(at, Kind.FILE_NOT_REGULAR, name);
    }
    SeekableByteChannel channel =
        Files.newByteChannel(real, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    boolean fine = false;
    try {
      BasicFileAttributes now = attributes(real);
      fine = now.isRegularFile() && Objects.equals(now.fileKey(), before.fileKey());
      if (!fine || !real.toRealPath().equals(real)) {
        throw new Refused(at, Kind.FILE_OUTSIDE, name);
      }
      return new Opened(real, shown, Channels.newInputStream(channel), channel.size());
    } finally {
      if (!fine) {
        channel.close();
      }
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
