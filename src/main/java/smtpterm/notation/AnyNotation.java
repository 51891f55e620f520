package smtpterm.notation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import smtpterm.script.Script;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.SessionFiles;
import smtpterm.script.SourceText;

/** Reads a session file, or a transcript as people paste it: {@code >>> QUIT}, {@code <<< 221}. */
public final class AnyNotation {
  /** A hostile file does not make any number of them. */
  private static final int MOST_DOUBTS = 100;

  private AnyNotation() {}

  /**
   * Reads a file: our own form where it shows that it is meant, else whatever notation there is.
   *
   * @throws IOException if the file cannot be read
   */
  public static ScriptReading read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      SourceText source = SourceText.read(in);
      return read(source, SessionFiles.read(file));
    }
  }

  /**
   * Reads a text that lies in no folder, so that it can include nothing.
   *
   * @param source the text; a flaw of it is the only error of the reading
   * @param name what places call it; empty for standard input
   */
  public static ScriptReading read(SourceText source, String name) {
    return read(source, SessionFiles.read(source, name));
  }

  private static ScriptReading read(SourceText source, ScriptReading own) {
    if (source.flaw().isPresent() || OwnForm.shown(source.lines())) {
      return own;
    }
    ScriptReading foreign = foreign(source).with(own.sources());
    boolean same =
        own.errors().isEmpty()
            && foreign.errors().isEmpty()
            && Conversation.written(own.script()).equals(Conversation.of(foreign.script()));
    return same
        ? new ScriptReading(own.script(), List.of(), foreign.doubts(), own.sources())
        : foreign;
  }

  private static ScriptReading foreign(SourceText source) {
    List<Row> rows = Unwrapping.of(source.lines());
    List<Said> said = Repeated.once(Repeated.fulfilled(MarkSystem.read(rows)));
    Minutes minutes = new Hearing(said, new Explanations(said)).all();
    if (!Dialogue.in(minutes, said.stream().anyMatch(Said::marked))) {
      ScriptError none = error(1, ScriptError.Kind.NO_DIALOGUE);
      return new ScriptReading(new Script(List.of()), List.of(none), List.of());
    }
    if (!source.utf8()) {
      minutes.doubt(1, ScriptError.Kind.OTHER_CHARSET);
    }
    Misfits.doubt(minutes);
    return new ScriptReading(Steps.of(minutes), List.of(), doubts(minutes));
  }

  /** One for each line, in the order of the file. */
  private static List<ScriptError> doubts(Minutes minutes) {
    List<Minutes.Doubt> sorted = new ArrayList<>(minutes.doubts());
    sorted.sort(Comparator.comparingInt(Minutes.Doubt::line));
    List<ScriptError> doubts = new ArrayList<>();
    Set<Minutes.Doubt> seen = new HashSet<>();
    for (Minutes.Doubt doubt : sorted) {
      if (seen.add(doubt) && doubts.size() < MOST_DOUBTS) {
        doubts.add(error(doubt.line(), doubt.kind()));
      }
    }
    return doubts;
  }

  private static ScriptError error(int line, ScriptError.Kind kind) {
    return new ScriptError(Steps.place(line), kind, List.of());
  }
}
