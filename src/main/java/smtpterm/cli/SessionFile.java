package smtpterm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import smtpterm.notation.AnyNotation;
import smtpterm.screen.Look;
import smtpterm.script.Plan;
import smtpterm.script.PlanReading;
import smtpterm.script.Script;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.SourceText;
import smtpterm.script.Sources;
import smtpterm.shell.FileProblems;
import smtpterm.text.Texts;

/**
 * A session file as it was read for a command that needs its conversation.
 *
 * @param folder where the files are that it sends; empty for the standard input
 * @param script its steps
 * @param plan its conversation; not to be played where there are errors
 * @param sources its lines
 * @param errors all that is wrong
 * @param doubts what is uncertain
 */
record SessionFile(
    Optional<Path> folder,
    Script script,
    Plan plan,
    Sources sources,
    List<ScriptError> errors,
    List<ScriptError> doubts) {
  private static final String STANDARD_INPUT = SessionFileList.STANDARD_INPUT;

  SessionFile {
    errors = List.copyOf(errors);
    doubts = List.copyOf(doubts);
  }

  /** A file that cannot be read at all; its message is a sentence for the user. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private Unreadable(String sentence) {
      super(sentence);
    }

    /** Says it. */
    void tell(Surroundings surroundings) {
      Look look = surroundings.layout(ColourChoice.NEVER).look();
      surroundings.output().complain(look.own(getMessage()));
    }
  }

  /** Something that reads the file of this path. */
  interface Reader<T> {
    T read(Path path) throws IOException;
  }

  /**
   * Reads a file of our own form, or a transcript of any other; the standard input where it is
   * called {@code -}.
   */
  static SessionFile read(String name, Surroundings surroundings) throws Unreadable {
    boolean piped = name.equals(STANDARD_INPUT);
    ScriptReading reading =
        reading(
            name,
            surroundings,
            path ->
                piped
                    ? AnyNotation.read(SourceText.read(surroundings.output().in()), "")
                    : AnyNotation.read(path));
    PlanReading plan = Plan.of(reading.script());
    return new SessionFile(
        piped ? Optional.empty() : Optional.ofNullable(Path.of(name).toAbsolutePath().getParent()),
        reading.script(),
        plan.plan(),
        reading.sources(),
        reading.errors().isEmpty() ? plan.errors() : reading.errors(),
        reading.doubts());
  }

  /** Reads a file in this way, or says why it cannot be read. */
  static <T> T reading(String name, Surroundings surroundings, Reader<T> reader) throws Unreadable {
    Texts texts = surroundings.texts();
    try {
      Path path = Path.of(name);
      if (!name.equals(STANDARD_INPUT) && Files.isDirectory(path)) {
        throw new IOException(texts.say("cli.message.directory"));
      }
      return reader.read(path);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new Unreadable(texts.say("cli.convert.missing", name));
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new Unreadable(texts.say("cli.convert.unreadable", name, why));
    }
  }

  /** Says these problems of it, each with its line and a caret under the place. */
  void tell(List<ScriptError> problems, Surroundings surroundings) {
    tell(problems, sources, surroundings);
  }

  /** Says these problems of a file of these lines. */
  static void tell(List<ScriptError> problems, Sources sources, Surroundings surroundings) {
    Look look = surroundings.layout(ColourChoice.NEVER).look();
    FileProblems words = new FileProblems(look, surroundings.texts(), sources);
    problems.forEach(p -> surroundings.output().complain(String.join("\n", words.of(p))));
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
