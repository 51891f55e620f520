package smtpterm.report;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What became of one session file: {@code first.session} passed, 12 steps, 34 ms.
 *
 * @param name the file as the user named it
 * @param verdict how it fared
 * @param effort what it took
 * @param complaints all that went wrong, in the order of the file
 * @param scenes what was said, as far as it was kept
 */
public record FileReport(
    String name, Verdict verdict, Effort effort, List<Complaint> complaints, List<Scene> scenes) {
  /**
   * What it took.
   *
   * @param steps lines that were played
   * @param took from reading the file to the end of its last try
   * @param tries how often it was played: 0 for a file that could not be, 1 without repetition
   */
  public record Effort(int steps, Duration took, int tries) {
    /** No steps, no tries. */
    public static final Effort NONE = new Effort(0, Duration.ZERO, 0);

    /** Refuses what is less than nothing. */
    public Effort {
      Objects.requireNonNull(took, "took");
      if (steps < 0 || tries < 0) {
        throw new IllegalArgumentException(steps + " " + tries);
      }
    }
  }

  /** Copies the lists. */
  public FileReport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(effort, "effort");
    complaints = List.copyOf(complaints);
    scenes = List.copyOf(scenes);
  }

  /** The same without what was said and what went wrong. */
  public FileReport brief() {
    return new FileReport(name, verdict, effort, List.of(), List.of());
  }

  /** The folder of the file, perhaps empty. */
  String folder() {
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
