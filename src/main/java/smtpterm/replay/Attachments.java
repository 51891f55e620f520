package smtpterm.replay;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import smtpterm.script.Place;
import smtpterm.script.ScriptError;
import smtpterm.script.SessionFolder;
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
    if (folder.isEmpty()) {
      throw new Failed(Failure.of(at, Failure.Kind.FILE_OUTSIDE, name));
    }
    try {
      return SessionFolder.within(folder.get()).find(name, at);
    } catch (SessionFolder.Refused e) {
      throw new Failed(Failure.of(at, kind(e.error()), name));
    } catch (IOException e) {
      throw new Failed(unreadable(at, name, e));
    }
  }

  private static Failure.Kind kind(ScriptError error) {
    return switch (error.kind()) {
      case FILE_MISSING, FILE_NOT_REGULAR -> Failure.Kind.FILE_MISSING;
      default -> Failure.Kind.FILE_OUTSIDE;
    };
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
