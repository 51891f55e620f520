package smtpterm.typing;

import java.util.Iterator;
import java.util.function.Predicate;

/** Finds the newest line of earlier ones that goes on where the present one ends. */
public final class Recall {
  /** Most are repeated as they were; looking on costs more than it helps. */
  private static final int MOST_JUDGED = 8;

  private Recall() {}

  /**
   * What the newest line that fits has behind what is typed; empty for none.
   *
   * @param typed never empty
   * @param newestFirst earlier lines, which have no secrets among them
   * @param fits whether such a line could be sent now; asked only about lines that begin alike
   */
  public static String rest(String typed, Iterator<String> newestFirst, Predicate<String> fits) {
    int judged = 0;
    while (newestFirst.hasNext() && judged < MOST_JUDGED) {
      String line = newestFirst.next();
      if (line.length() > typed.length() && line.startsWith(typed)) {
        judged++;
        if (fits.test(line)) {
          return line.substring(typed.length());
        }
      }
    }
    return "";
  }
}
