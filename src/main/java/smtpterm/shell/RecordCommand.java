package smtpterm.shell;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /record FILE}: what is said goes into a session file from now on; {@code /record off} ends
 * it. {@code /save FILE}: what was said so far.
 */
final class RecordCommand {
  private static final String FORCE = "--force";
  private static final String OFF = "off";

  private final Recording recording;
  private final Screen screen;

  RecordCommand(Recording recording, Screen screen) {
    this.recording = recording;
    this.screen = screen;
  }

  /** What Tab offers behind {@code /record}. */
  static List<String> completeRecord(String argument) {
    List<String> offered = new ArrayList<>(LocalCommand.words(OFF).complete(argument));
    offered.addAll(completeSave(argument));
    return offered;
  }

  /** What Tab offers behind {@code /save}. */
  static List<String> completeSave(String argument) {
    String before = argument.startsWith(FORCE + " ") ? FORCE + " " : "";
    List<String> offered = new ArrayList<>();
    if (before.isEmpty()) {
      offered.addAll(LocalCommand.words(FORCE + " ").complete(argument));
    }
    FileNames.complete(argument.substring(before.length()))
        .forEach(name -> offered.add(before + name));
    return offered;
  }

  /** What stands behind the name of the command. */
  private record Wish(boolean force, String file) {
    static Wish of(String argument) {
      boolean force = argument.equals(FORCE) || argument.startsWith(FORCE + " ");
      return new Wish(force, (force ? argument.substring(FORCE.length()) : argument).strip());
    }
  }

  void record(String argument) {
    Wish wish = Wish.of(argument);
    if (argument.isEmpty()) {
      state();
    } else if (argument.equals(OFF)) {
      end();
    } else if (wish.file().isEmpty()) {
      screen.say("shell.record.which");
    } else {
      start(wish);
    }
  }

  private void state() {
    Optional<Path> path = recording.path();
    if (path.isPresent()) {
      screen.say("shell.record.on", path.get(), recording.lines());
    } else {
      screen.say(recording.broken() ? "shell.record.broken" : "shell.record.not");
    }
    if (!recording.isEmpty()) {
      screen.say("shell.record.kept", recording.kept());
    }
  }

  private void end() {
    Optional<Path> path = recording.path();
    Optional<Long> lines = recording.stop();
    if (path.isPresent() && lines.isPresent()) {
      screen.say("shell.record.ended", path.get(), lines.get());
    } else {
      screen.say("shell.record.not");
    }
    screen.refresh();
  }

  private void start(Wish wish) {
    Optional<Path> before = recording.path();
    try {
      recording.start(wish.file(), wish.force());
      before.ifPresent(path -> screen.say("shell.record.instead", path));
      screen.say("shell.record.started", wish.file());
    } catch (IOException | InvalidPathException e) {
      refused(wish.file(), e);
    }
    screen.refresh();
  }

  void save(String argument) {
    Wish wish = Wish.of(argument);
    if (wish.file().isEmpty()) {
      screen.say("shell.save.which");
    } else if (recording.isEmpty()) {
      screen.say("shell.save.nothing");
    } else {
      save(wish);
    }
  }

  private void save(Wish wish) {
    try {
      Recording.Saved saved = recording.save(wish.file(), wish.force());
      screen.say("shell.save.done", wish.file(), saved.lines());
      if (saved.dropped() > 0) {
        screen.say("shell.save.dropped", saved.dropped());
      }
      if (!saved.files().isEmpty()) {
        screen.say("shell.save.files", String.join(", ", saved.files()));
      }
    } catch (IOException | InvalidPathException e) {
      refused(wish.file(), e);
    }
  }

  private void refused(String name, Exception e) {
    RecordingTrouble trouble = RecordingTrouble.of(e);
    screen.say(trouble.key(), name, trouble.reason());
  }

  /** The file cannot be written any more. */
  void broken(Path path, IOException e) {
    screen.note("shell.record.failed", path, RecordingTrouble.of(e).reason());
    screen.refresh();
  }
}
