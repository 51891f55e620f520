package smtpterm.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import smtpterm.script.Place;
import smtpterm.session.MessageFile;

/**
 * The files that a session file may send: those in its folder and below, since it may come from
 * strangers who would like to read others.
 */
final class Attachments {
  private final Optional<Path> folder;

  Attachments(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Where the file is that the session file calls so. */
  Path find(Place at, String name) throws Failed {
    try {
      Path path = Path.of(name);
      if (folder.isEmpty() || path.isAbsolute() || path.getRoot() != null) {
        throw new Failed(Failure.of(at, Failure.Kind.FILE_OUTSIDE, name));
      }
      Path home = folder.get().toRealPath();
      Path wanted = beside(at, home).resolve(path).normalize();
      if (!wanted.startsWith(home)) {
        throw new Failed(Failure.of(at, Failure.Kind.FILE_OUTSIDE, name));
      }
      if (!Files.isRegularFile(wanted)) {
        throw new Failed(Failure.of(at, Failure.Kind.FILE_MISSING, name));
      }
      Path real = wanted.toRealPath();
      if (!real.startsWith(home)) {
        throw new Failed(Failure.of(at, Failure.Kind.FILE_OUTSIDE, name));
      }
      return real;
    } catch (InvalidPathException e) {
      throw new Failed(Failure.of(at, Failure.Kind.FILE_MISSING, name));
    } catch (IOException e) {
      throw new Failed(unreadable(at, name, e));
    }
  }

  /** The folder of the file in which the name stands, which may have been included. */
  private static Path beside(Place at, Path home) throws IOException {
    Path file = Path.of(at.file()).toAbsolutePath();
    Path beside = Files.exists(file) ? file.toRealPath().getParent() : home;
    return beside != null && beside.startsWith(home) ? beside : home;
  }

  /** Opens it; whoever asks for it closes it. */
  MessageFile open(Place at, String name) throws Failed {
    try {
      // What was looked at is what is opened: no link that took its place meanwhile is followed.
      return MessageFile.open(find(at, name), LinkOption.NOFOLLOW_LINKS);
    } catch (MessageFile.Unsendable e) {
      throw new Failed(Failure.of(at, Failure.Kind.FILE_NUL, name, e.line()));
    } catch (IOException e) {
      throw new Failed(unreadable(at, name, e));
    }
  }

  static Failure unreadable(Place at, String name, IOException e) {
    return Failure.of(at, Failure.Kind.FILE_UNREADABLE, name, String.valueOf(e.getMessage()));
  }
}
