package smtpterm.replay;

import java.time.Duration;

/** Lengths of time as the file writes them: {@code 10 s}, {@code 500 ms}. */
final class Spans {
  private Spans() {}

  static String text(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
