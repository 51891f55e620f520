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
  /** As the user named it; without a name where the session file was named alone. */
  private final Path named;

  /** Without any links in it. */
  private final Path folder;

  private SessionFolder(Path named, Path folder) {
    this.named = named;
    this.folder = folder;
  }

  /**
   * The folder of this session file, which is the one in which it is named, should it be a link.
   *
   * @throws IOException if there is no such folder
   */
  public static SessionFolder of(Path session) throws IOException {
    Path parent = session.getParent();
    return within(parent == null ? Path.of("") : parent);
  }

  /**
   * This folder, in which a session file is.
   *
   * @throws IOException if there is no such folder
   */
  public static SessionFolder within(Path folder) throws IOException {
    return new SessionFolder(folder, folder.toRealPath());
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
    try {
      Path real = find(name, at);
      Path shown = named.resolve(beside(at)).resolve(name).normalize();
      return opened(real, shown.toString(), name, at);
    } catch (IOException e) {
      throw new Refused(at, Kind.FILE_UNREADABLE, name);
    }
  }

  /**
   * Where a regular file really is that a session file names, without any links.
   *
   * @param name as it stands there, relative to the file in which it stands
   * @param at where it stands
   * @throws Refused if it is outside of the folder, or no regular file
   * @throws IOException if nobody can tell
   */
  public Path find(String name, Place at) throws Refused, IOException {
    Path wanted = folder.resolve(beside(at)).resolve(relative(name, at)).normalize();
    if (!wanted.startsWith(folder)) {
      throw new Refused(at, Kind.FILE_OUTSIDE, name);
    }
    if (!Files.exists(wanted)) {
      throw new Refused(at, Kind.FILE_MISSING, name);
    }
    Path real = wanted.toRealPath();
    if (!real.startsWith(folder)) {
      throw new Refused(at, Kind.FILE_OUTSIDE, name);
    }
    regular(real, name, at);
    return real;
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

  /** From the folder to that of the file in which the name stands, which may be included. */
  private Path beside(Place at) {
    Path top = named.toAbsolutePath().normalize();
    Path from = Path.of(at.file()).toAbsolutePath().normalize().getParent();
    boolean below = !at.file().isEmpty() && from != null && from.startsWith(top);
    return below ? top.relativize(from) : Path.of("");
  }

  private static Opened opened(Path real, String shown, String name, Place at)
      throws IOException, Refused {
    BasicFileAttributes before = regular(real, name, at);
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

  private static BasicFileAttributes regular(Path real, String name, Place at)
      throws IOException, Refused {
    BasicFileAttributes attributes = attributes(real);
    if (!attributes.isRegularFile()) {
      // Opening a pipe would wait for somebody to write into it.
      throw new Refused(at, Kind.FILE_NOT_REGULAR, name);
    }
    return attributes;
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
