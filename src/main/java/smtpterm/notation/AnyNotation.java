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
import smtpterm.script.Place;
import smtpterm.script.Script;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.SessionFiles;
import smtpterm.script.SourceText;
import smtpterm.script.Step;

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
      return read(source, SessionFiles.read(file), file.toString());
    }
  }

  /**
   * Reads a text that lies in no folder, so that it can include nothing.
   *
   * @param source the text; a flaw of it is the only error of the reading
   * @param name what places call it; empty for standard input
   */
  public static ScriptReading read(SourceText source, String name) {
    return read(source, SessionFiles.read(source, name), name);
  }

  /**
   * Reads a text by itself, for whoever only writes it anew: {@code @include} and {@code @send}
   * stay as they are.
   *
   * @param name what places call it; empty for standard input
   */
  public static ScriptReading alone(SourceText source, String name) {
    return read(source, SessionFiles.alone(source, name), name);
  }

  private static ScriptReading read(SourceText source, ScriptReading own, String name) {
    boolean named = name.endsWith(".session");
    boolean meant = OwnForm.shown(source.lines()) || (named && own.errors().isEmpty());
    if (source.flaw().isPresent() || meant) {
      return own;
    }
    ScriptReading foreign = foreign(source, name).with(own.sources());
    boolean oneSided =
        foreign.errors().isEmpty()
            && foreign.script().steps().stream().noneMatch(s -> s instanceof Step.ServerLine);
    if (oneSided && TypingList.shown(source.lines())) {
      String list = String.join("\n", TypingList.written(source.lines()));
      return SessionFiles.read(SourceText.of(list), name).with(own.sources());
    }
    if (!foreign.errors().isEmpty()) {
      return named ? own : foreign;
    }
    boolean same =
        own.errors().isEmpty()
            && Conversation.written(own.script()).equals(Conversation.of(foreign.script()));
    return same
        ? new ScriptReading(own.script(), List.of(), foreign.doubts(), own.sources())
        : foreign;
  }

  private static ScriptReading foreign(SourceText source, String name) {
    List<Row> rows = Unwrapping.of(source.lines());
    List<Said> said = Repeated.once(Repeated.fulfilled(MarkSystem.read(rows)));
    Minutes minutes = new Hearing(said, new Explanations(said)).all();
    if (!Dialogue.in(minutes, said.stream().anyMatch(Said::marked))) {
      ScriptError none = error(new Place(name, 1, 1), ScriptError.Kind.NO_DIALOGUE);
      return new ScriptReading(new Script(List.of()), List.of(none), List.of());
    }
    if (!source.utf8()) {
      minutes.doubt(1, ScriptError.Kind.OTHER_CHARSET);
    }
    Misfits.doubt(minutes);
    return new ScriptReading(Steps.of(minutes, name), List.of(), doubts(minutes, name));
  }

  /** One for each line, in the order of the file. */
  private static List<ScriptError> doubts(Minutes minutes, String name) {
    List<Minutes.Doubt> sorted = new ArrayList<>(minutes.doubts());
    sorted.sort(Comparator.comparingInt(Minutes.Doubt::line));
    List<ScriptError> doubts = new ArrayList<>();
    Set<Minutes.Doubt> seen = new HashSet<>();
    for (Minutes.Doubt doubt : sorted) {
      if (seen.add(doubt) && doubts.size() < MOST_DOUBTS) {
        doubts.add(error(new Place(name, doubt.line(), 1), doubt.kind()));
      }
    }
    return doubts;
  }

  private static ScriptError error(Place at, ScriptError.Kind kind) {
    return new ScriptError(at, kind, List.of());
  }
}
