package smtpterm.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads session files in the form of our own, with the files that they include. */
public final class SessionFiles {
  private SessionFiles() {}

  /**
   * Reads a file.
   *
   * @throws IOException if this file cannot be read; whatever is wrong with one that it includes is
   *     an error in the answer
   */
  public static ScriptReading read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(SourceText.read(in), file.toString());
    }
  }

  /**
   * Reads a text that lies in no folder, so that it can include nothing.
   *
   * @param name what places call it; empty for standard input
   */
  public static ScriptReading read(SourceText text, String name) {
    return ScriptReader.canonical(text, name).with(Sources.of(name, text));
  }
}
