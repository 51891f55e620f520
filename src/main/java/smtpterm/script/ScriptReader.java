package smtpterm.script;

import java.util.Optional;

/** Reads a session file in the form of our own. */
public final class ScriptReader {
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
}
