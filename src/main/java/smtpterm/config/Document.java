package smtpterm.config;

import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** The text of the file, taken apart, but not yet held against what can be set. */
public final class Document {
  private final Optional<TomlParseResult> parsed;
  private final List<Problem> problems;
  private final List<String> lines;

  private Document(Optional<TomlParseResult> parsed, List<Problem> problems, List<String> lines) {
    this.parsed = parsed;
    this.problems = List.copyOf(problems);
    this.lines = List.copyOf(lines);
  }

  /** There is something, and it cannot be read. */
  static Document unusable(Problem problem) {
    return new Document(Optional.empty(), List.of(problem), List.of());
  }

  /** Takes a text apart, whatever it is. */
  static Document parse(String text) {
    List<String> lines = text.lines().toList();
    try {
      TomlParseResult parsed = Toml.parse(text);
      return new Document(Optional.of(parsed), Syntax.problems(parsed, lines), lines);
    } catch (StackOverflowError e) {
      // The library goes down one call for each bracket, and a hundred thousand may stand there.
      return unusable(Problem.ofFile(Problem.Kind.TOO_DEEP));
    }
  }

  /**
   * A text that stands before the first head, even where the rest is wrong: the language is needed
   * to say what is.
   */
  public Optional<String> text(String key) {
    return parsed
        .map(toml -> toml.get(List.of(key)))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** Holds it against what can be set. What is no TOML at all is not looked at more closely. */
  public Reading read(Schema schema) {
    return parsed.isEmpty() || !problems.isEmpty()
        ? new Reading(Configuration.NONE, problems)
        : new Judge(schema, lines).judge(parsed.get());
  }
}
