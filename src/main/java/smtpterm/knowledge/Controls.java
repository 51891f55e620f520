package smtpterm.knowledge;

import java.util.List;
import java.util.Locale;

/** The names of the control characters of ASCII: {@code NUL}, {@code TAB}, {@code ESC}. */
public final class Controls {
  private static final List<String> NAMES =
      List.of(
          ("NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI "
                  + "DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US")
              .split(" ", -1));

  private Controls() {}

  /** Whether this octet or character has a name here: 0 to 31, and 127. */
  public static boolean named(int c) {
    return (c >= 0 && c < NAMES.size()) || c == 127;
  }

  /**
   * The name of a control character.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static String name(int c) {
    if (!named(c)) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, "%x", c));
    }
    return c == 127 ? "DEL" : NAMES.get(c);
  }
}
