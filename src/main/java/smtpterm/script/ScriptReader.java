package smtpterm.script;

import java.util.List;
import java.util.regex.Pattern;

/** Reads a session file, or a transcript in any of the notations that people paste. */
public final class ScriptReader {
  private static final Pattern OWN =
      Pattern.compile("@[a-z].*|S: ?(?:\\*|[2-5]xx|[2-5][0-9]{2}[|]).*");

  private ScriptReader() {}

  /** Reads the form of our own; anything else is an error. */
  public static ScriptReading canonical(SourceText source) {
    if (source.flaw().isPresent()) {
      return refused(source.flaw().get());
    }
    if (!source.utf8()) {
      return refused(ScriptError.of(new Place(1, 1), ScriptError.Kind.NOT_UTF8));
    }
    return CanonicalReader.read(source.lines());
  }

  /** Reads the form of our own where the file shows that it is meant, else a transcript. */
  public static ScriptReading any(SourceText source) {
    ScriptReading own = canonical(source);
    if (source.flaw().isPresent() || isOwn(source.lines())) {
      return own;
    }
    if (own.errors().isEmpty() && everyLineIsMarked(source.lines())) {
      return own;
    }
    return TranscriptReader.read(source);
  }

  private static boolean isOwn(List<String> lines) {
    return lines.stream().anyMatch(line -> OWN.matcher(line).matches());
  }

  /** In a transcript, what has no mark may be the rest of the line before. */
  private static boolean everyLineIsMarked(List<String> lines) {
    int indentation = CanonicalReader.indentation(lines);
    return lines.stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.substring(Math.min(indentation, line.length())))
        .allMatch(line -> line.matches("(?:[CS]: ?\\S.*|[CS]:\\s*|C: .*|C & S:.*|#.*)"));
  }

  private static ScriptReading refused(ScriptError error) {
    return new ScriptReading(new Script(List.of()), List.of(error), List.of());
  }
}
