package smtpterm.cli;

import java.io.IOException;
import java.nio.file.Path;
import smtpterm.notation.AnyNotation;
import smtpterm.script.ScriptReading;
import smtpterm.script.SourceText;

/** Reads session files for those who play them: of our own form, or a transcript of any other. */
final class SessionReading {
  private SessionReading() {}

  /**
   * Reads a file, or the standard input where it is called {@code -}.
   *
   * @throws IOException if it cannot be read at all
   */
  static ScriptReading of(Path file, Output output) throws IOException {
    if (file.toString().equals(SessionFileList.STANDARD_INPUT)) {
      return AnyNotation.read(SourceText.read(output.in()), "");
    }
    return AnyNotation.read(file);
  }
}
