package smtpterm.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import smtpterm.text.Texts;

/**
 * A file that a command writes, such as {@code lesson.md}.
 *
 * @param name as the user gave it
 * @param force whether one that is there may be replaced
 */
record NewFile(String name, boolean force) {
  /** Writes it; a sentence when that cannot be. */
  Optional<String> write(String text, Texts texts) {
    OpenOption[] how =
        force
            ? new OpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE
            }
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Files.writeString(Path.of(name), text, StandardCharsets.UTF_8, how);
      return Optional.empty();
    } catch (FileAlreadyExistsException e) {
      return Optional.of(texts.say("cli.convert.exists", name));
    } catch (IOException | InvalidPathException e) {
      return Optional.of(texts.say("cli.convert.unwritable", name, String.valueOf(e.getMessage())));
    }
  }
}
