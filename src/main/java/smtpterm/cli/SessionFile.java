package smtpterm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import smtpterm.screen.Look;
import smtpterm.script.Plan;
import smtpterm.script.PlanReading;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.Sources;
import smtpterm.shell.FileProblems;
import smtpterm.text.Texts;

/**
 * A session file as it was read for playing.
 *
 * @param folder where the files are that it sends; empty for the standard input
 * @param plan its conversation; not to be played where there are errors
 * @param sources its lines
 * @param errors all that is wrong
 * @param doubts what is uncertain
 */
record SessionFile(
    Optional<Path> folder,
    Plan plan,
    Sources sources,
    List<ScriptError> errors,
    List<ScriptError> doubts) {
  private static final String STANDARD_INPUT = SessionFileList.STANDARD_INPUT;

  SessionFile {
    errors = List.copyOf(errors);
    doubts = List.copyOf(doubts);
  }

  /** Reads a file, or the standard input where it is called {@code -}; says what is wrong. */
  static SessionFile read(String name, Surroundings surroundings) throws IOException {
    boolean piped = name.equals(STANDARD_INPUT);
    Path path = Path.of(name);
    if (!piped && Files.isDirectory(path)) {
      throw new IOException(surroundings.texts().say("cli.message.directory"));
    }
    if (!piped && !Files.exists(path)) {
      throw new NoSuchFileException(name);
    }
    ScriptReading reading = SessionReading.of(path, surroundings.output());
    PlanReading plan = Plan.of(reading.script());
    List<ScriptError> errors = reading.errors().isEmpty() ? plan.errors() : reading.errors();
    Look look = surroundings.layout(ColourChoice.NEVER).look();
    FileProblems words = new FileProblems(look, surroundings.texts(), reading.sources());
    errors.forEach(error -> surroundings.output().complain(String.join("\n", words.of(error))));
    return new SessionFile(
        piped ? Optional.empty() : Optional.ofNullable(path.toAbsolutePath().getParent()),
        plan.plan(),
        reading.sources(),
        errors,
        reading.doubts());
  }

  /** Whether it can be played. */
  boolean sound() {
    return errors.isEmpty();
  }

  /** The lines about which there are doubts, in one sentence. */
  Optional<String> doubts(Texts texts) {
    if (doubts.isEmpty()) {
      return Optional.empty();
    }
    String lines =
        doubts.stream()
            .map(doubt -> Integer.toString(doubt.at().line()))
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(texts.say("cli.play.doubts", lines));
  }
}
