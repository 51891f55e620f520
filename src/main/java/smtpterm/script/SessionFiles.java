package smtpterm.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import smtpterm.script.ScriptError.Kind;

/**
 * Reads session files in the form of our own, with the files that they include. What is wrong with
 * the conversation is told together with what is wrong with its lines.
 */
public final class SessionFiles {
  private SessionFiles() {}

  /**
   * Reads a file, and those that it includes out of its folder.
   *
   * @throws IOException if this file cannot be read; whatever is wrong with one that it includes or
   *     sends is an error in the answer
   */
  public static ScriptReading read(Path file) throws IOException {
    SourceText text;
    try (InputStream in = Files.newInputStream(file)) {
      text = SourceText.read(in);
    }
    return read(text, file);
  }

  /** The same of a file whose text was read already. */
  public static ScriptReading read(SourceText text, Path file) throws IOException {
    String name = file.toString();
    Optional<ScriptError> flaw = flaw(text, name);
    if (flaw.isPresent()) {
      return refused(flaw.get()).with(Sources.of(name, text));
    }
    SessionFolder folder = SessionFolder.of(file);
    Includes includes = new Includes(folder);
    List<Item> items = includes.read(file.toRealPath(), name, text);
    ScriptReading reading = CanonicalReader.read(name, items);
    return checked(reading, Optional.of(folder)).with(includes.sources());
  }

  /**
   * Reads a text that lies in no folder, so that it can include and send nothing.
   *
   * @param name what places call it; empty for standard input
   */
  public static ScriptReading read(SourceText text, String name) {
    ScriptReading reading = ScriptReader.canonical(text, name);
    return checked(reading, Optional.empty()).with(Sources.of(name, text));
  }

  /**
   * Reads a text by itself, for whoever only writes it anew: {@code @include} and {@code @send}
   * stay as they are, and nobody looks for their files.
   *
   * @param name what places call it; empty for standard input
   */
  public static ScriptReading alone(SourceText text, String name) {
    ScriptReading reading = ScriptReader.canonical(text, name);
    boolean whole = reading.script().steps().stream().noneMatch(Step.Include.class::isInstance);
    Errors errors = new Errors();
    reading.errors().forEach(errors::add);
    if (whole) {
      // Else the lines that are missing may be those that make it right.
      Plan.of(reading.script()).errors().forEach(errors::add);
    }
    return new ScriptReading(reading.script(), errors.all(), reading.doubts())
        .with(Sources.of(name, text));
  }

  /** Why nothing of this text can be read. */
  static Optional<ScriptError> flaw(SourceText text, String name) {
    if (text.flaw().isPresent()) {
      return text.flaw().map(error -> error.in(name));
    }
    return text.utf8()
        ? Optional.empty()
        : Optional.of(ScriptError.of(new Place(name, 1, 1), Kind.NOT_UTF8));
  }

  static ScriptReading refused(ScriptError error) {
    return new ScriptReading(new Script(List.of()), List.of(error), List.of());
  }

  private static ScriptReading checked(ScriptReading reading, Optional<SessionFolder> folder) {
    Errors errors = new Errors();
    reading.errors().forEach(errors::add);
    for (Step step : reading.script().steps()) {
      if (step instanceof Step.SendFile file) {
        sendable(file, folder).ifPresent(errors::add);
      }
    }
    Plan.of(reading.script()).errors().forEach(errors::add);
    return new ScriptReading(reading.script(), errors.all(), reading.doubts());
  }

  /** Why this file cannot be sent, as far as that can be known before variables have values. */
  private static Optional<ScriptError> sendable(
      Step.SendFile file, Optional<SessionFolder> folder) {
    Place at = file.at().right("@send ".length());
    Optional<String> name = file.file().fixed();
    if (file.file().isEmpty()) {
      return Optional.empty();
    } else if (folder.isEmpty()) {
      return Optional.of(ScriptError.of(file.at(), Kind.SEND_WITHOUT_FOLDER));
    } else if (name.isEmpty()) {
      return Optional.empty();
    }
    return folder.get().flaw(name.get(), at);
  }
}
