package smtpterm.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How light the background of the terminal is. */
enum Background {
  DARK,
  LIGHT,
  UNKNOWN;

  /** The answer of xterm to OSC 11: red, green and blue with one to four hexadecimal digits. */
  private static final Pattern COLOUR =
      Pattern.compile("\033\\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})");

  /** The variable of rxvt and Konsole: {@code 15;0}, foreground and background. */
  private static final Pattern COLORFGBG = Pattern.compile("[^;]*;(?:[^;]*;)?([0-9]{1,2})");

  /** Which of the sixteen colours are light: white, and the bright ones but black. */
  private static final String LIGHT_COLOURS = "7 9 10 11 12 13 14 15";

  /** What an answer to OSC 11 says. */
  static Background answered(String answer) {
    Matcher colour = COLOUR.matcher(answer);
    if (!colour.find()) {
      return UNKNOWN;
    }
    // ITU-R BT.601: how light a colour looks.
    double luma =
        0.299 * part(colour.group(1))
            + 0.587 * part(colour.group(2))
            + 0.114 * part(colour.group(3));
    return luma > 0.5 ? LIGHT : DARK;
  }

  /** What the variable COLORFGBG says. */
  static Background named(Optional<String> colorfgbg) {
    Matcher colours = COLORFGBG.matcher(colorfgbg.orElse(""));
    if (!colours.matches()) {
      return UNKNOWN;
    }
    String number = String.valueOf(Integer.parseInt(colours.group(1)));
    return (" " + LIGHT_COLOURS + " ").contains(" " + number + " ") ? LIGHT : DARK;
  }

  private static double part(String digits) {
    return Integer.parseInt(digits, 16) / (Math.pow(16, digits.length()) - 1);
  }
}
