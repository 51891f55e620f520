package smtpterm.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a session file, or a transcript in any of the notations that people paste. */
public final class ScriptReader {
  private static final Pattern OWN =
      Pattern.compile("@[a-z].*|S: ?(?:\\*|[2-5]xx|[2-5][0-9]{2}[|]).*");

  private ScriptReader() {}

  /** Reads the form of our own; anything else is an error. */
  public static ScriptReading canonical(SourceText source) {
    return canonical(source, "");
  }

  /** The same of a file of this name. */
  static ScriptReading canonical(SourceText source, String file) {
    Optional<ScriptError> flaw = SessionFiles.flaw(source, file);
    return flaw.isPresent()
        ? SessionFiles.refused(flaw.get())
        : CanonicalReader.read(file, Marks.of(file, source.lines()));
  }

  /** Reads the form of our own where the file shows that it is meant, else a transcript. */
  public static ScriptReading any(SourceText source) {
    ScriptReading own = canonical(source);
    if (source.flaw().isPresent() || isOwn(source.lines())) {
      return own;
    }
    if (own.errors().isEmpty() && everyLineIsMarked(source.lines())) {
      return new ScriptReading(own.script(), List.of(), decorated(own.script()));
    }
    return TranscriptReader.read(source);
  }

  /** Such files may be copied from somewhere, with explanations behind the lines. */
  private static List<ScriptError> decorated(Script script) {
    Errors doubts = new Errors();
    boolean message = false;
    for (Step step : script.steps()) {
      String text = "";
      if (step instanceof Step.ClientLine client) {
        String said = client.text().plain().orElse("");
        text = message ? "" : said;
        message = message && !said.equals(".");
      } else if (step instanceof Step.ServerLine server
          && server.expected() instanceof Expectation.Coded coded
          && coded.wording() instanceof Expectation.Wording.Sample sample) {
        text = sample.text().plain().orElse("");
        message = coded.invitesMessage();
      }
      if (Cleaning.decorated(text)) {
        doubts.add(step.at(), ScriptError.Kind.DECORATED);
      }
    }
    return doubts.all();
  }

  private static boolean isOwn(List<String> lines) {
    return lines.stream().anyMatch(line -> OWN.matcher(line).matches());
  }

  /** In a transcript, what has no mark may be the rest of the line before. */
  private static boolean everyLineIsMarked(List<String> lines) {
    int indentation = Marks.indentation(lines);
    return lines.stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.substring(Math.min(indentation, line.length())))
        .allMatch(line -> line.matches("(?:[CS]: ?\\S.*|[CS]:\\s*|C: .*|C & S:.*|#.*)"));
  }
}
