package smtpterm.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import picocli.CommandLine.Option;
import smtpterm.shell.Recording;
import smtpterm.shell.RecordingTrouble;

/** {@code --record FILE}: what is said goes into a session file, too. */
final class RecordOptions {
  @Option(names = "--record", paramLabel = "FILE")
  private String file;

  @Option(names = "--force", descriptionKey = "record.force")
  private boolean force;

  /** These options, or those that stood before the name of the command. */
  RecordOptions or(RecordOptions others) {
    RecordOptions both = new RecordOptions();
    both.file = file == null ? others.file : file;
    both.force = force || others.force;
    return both;
  }

  /** A recording, in memory only unless a file is asked for; empty when that cannot be written. */
  Optional<Recording> start(Surroundings surroundings, Optional<PracticeDesk> practice) {
    Recording recording =
        new Recording(
            target -> practice.flatMap(desk -> desk.name(target)),
            lines -> surroundings.texts().say("shell.record.missing", lines));
    if (file == null) {
      return Optional.of(recording);
    }
    try {
      recording.start(file, force);
      return Optional.of(recording);
    } catch (IOException | InvalidPathException e) {
      RecordingTrouble trouble = RecordingTrouble.of(e);
      surroundings
          .output()
          .complain(surroundings.texts().say(trouble.key(), file, trouble.reason()));
      return Optional.empty();
    }
  }
}
