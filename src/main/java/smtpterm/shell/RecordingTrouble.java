package smtpterm.shell;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Why a recording cannot be written, such as {@code No space left on device}.
 *
 * @param key of the sentence that says so, with the name of the file and the reason
 * @param reason in the words of the system
 */
public record RecordingTrouble(String key, String reason) {
  /** What this failure means. */
  public static RecordingTrouble of(Exception e) {
    String said = e instanceof FileSystemException file ? file.getReason() : null;
    return new RecordingTrouble(key(e), said == null ? String.valueOf(e.getMessage()) : said);
  }

  private static String key(Exception e) {
    if (e instanceof FileAlreadyExistsException) {
      return "shell.record.exists";
    } else if (e instanceof Recording.InUse) {
      return "shell.record.in-use";
    } else if (e instanceof NoSuchFileException) {
      return "shell.record.no-folder";
    }
    return "shell.record.unwritable";
  }
}
