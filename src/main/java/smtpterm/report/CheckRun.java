package smtpterm.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Session files that were played, in the order in which they were named.
 *
 * @param started when the first of them began
 * @param took how long all of them took together
 * @param files one for each file
 */
public record CheckRun(Instant started, Duration took, List<FileReport> files) {
  /** Copies the list. */
  public CheckRun {
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(took, "took");
    files = List.copyOf(files);
  }

  /** How many files fared so. */
  public int count(Verdict verdict) {
    return (int) files.stream().filter(file -> file.verdict() == verdict).count();
  }

  /** All lines that were played. */
  public int steps() {
    return files.stream().mapToInt(file -> file.effort().steps()).sum();
  }
}
