package smtpterm.report;

import java.time.Duration;
import smtpterm.text.Texts;

/** Numbers with their units, as people read them: {@code 34 ms}, {@code 1.2 s}, {@code 1 step}. */
public final class Measure {
  private static final long LONG = 60_000;
  private static final long SHORT = 1_000;

  private Measure() {}

  /** So long something took. */
  public static String time(Texts texts, Duration took) {
    long millis = took.toMillis();
    if (millis < SHORT) {
      return millis + " ms";
    }
    return millis < LONG
        ? texts.say("report.seconds", millis / 1000.0)
        : texts.say("report.minutes", millis / LONG, millis % LONG / 1000);
  }

  /** So many files. */
  public static String files(Texts texts, int count) {
    return count == 1 ? texts.say("report.file") : texts.say("report.files", count);
  }

  /** So many steps. */
  public static String steps(Texts texts, int count) {
    return count == 1 ? texts.say("report.step") : texts.say("report.steps", count);
  }
}
