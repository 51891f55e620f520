package smtpterm.script;

import java.nio.file.Path;

/** What a {@link Recorder} writes on, line by line: {@code C: QUIT}, then {@code S: 221 bye}. */
public interface Paper {
  /** A connection begins; its {@code @connect} is the next line. */
  void connecting();

  /**
   * The next line of the session file.
   *
   * @param line without its end; it holds no secret
   */
  void line(String line);

  /**
   * A long message comes out of this file. Whoever writes {@code @send} for it has to leave out
   * what {@link #fileLine} brings.
   *
   * @return whether anybody wants these lines; if not, only the dot behind them comes
   */
  boolean file(Path file);

  /** A line of the message out of the file, the lone dot behind it included. */
  void fileLine(String line);

  /** What stands there is whole: nothing is asked, no message is under way. */
  void whole();
}
