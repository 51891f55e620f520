package smtpterm.script;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away what web pages, logs and work sheets put around the lines of a transcript. */
final class Cleaning {
  /** With the line end that a program shows: other quotation marks may belong to the text. */
  private static final Pattern QUOTED = Pattern.compile("b?([\"'])(.*?)(?:\\\\r)?\\\\n\\1[;,]?");

  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)(?:trying|connected to|escape character|connection closed|verbindung|socket zu"
              + "|===|\\* |\\$ |telnet |[-=]{3,}).*");

  private static final Pattern DECORATED =
      Pattern.compile(
          ".*(?:\\s(?:#|//|←|--)\\s|\\s{3,}\\S|\\s[|]\\s|\\*\\*|</|\\\\r|\\\\n|\\s<[0-9]>).*"
              + "|[\\[(<{*].*");

  private Cleaning() {}

  static List<String> of(List<String> lines) {
    boolean html = lines.stream().anyMatch(l -> l.contains("&lt;") || l.contains("&gt;"));
    List<String> cleaned =
        uncommented(lines).stream()
            .map(l -> html ? entities(l) : l)
            .map(l -> l.replace('\u2010', '-'))
            .toList();
    int indentation =
        cleaned.stream()
            .filter(l -> !l.isBlank())
            .mapToInt(l -> l.length() - l.stripLeading().length())
            .min()
            .orElse(0);
    return cleaned.stream().map(l -> l.substring(Math.min(indentation, l.length()))).toList();
  }

  /** The lines of a comment in a program, if nearly all of them are. */
  private static List<String> uncommented(List<String> lines) {
    for (String mark : List.of("//", "*", "#")) {
      long marked = lines.stream().filter(l -> l.stripLeading().startsWith(mark)).count();
      long all = lines.stream().filter(l -> !l.isBlank()).count();
      if (marked > 2 && marked * 10 >= all * 8) {
        return lines.stream()
            .map(String::stripLeading)
            .map(l -> l.startsWith(mark) ? l.substring(mark.length()) : l)
            .toList();
      }
    }
    return lines;
  }

  private static String entities(String line) {
    return line.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** {@code b'QUIT\r\n'} is what a program calls {@code QUIT}. */
  static String unquoted(String text) {
    Matcher matcher = QUOTED.matcher(text);
    return matcher.matches() ? matcher.group(2) : text;
  }

  /** The lines of a reply that were squeezed into one, cut before each further code. */
  static List<String> parts(String line) {
    String text = unquoted(line.strip());
    if (!text.matches("[2-5][0-9]{2}[- ].*")) {
      return List.of(text.equals(line.strip()) ? line : text);
    }
    String code = text.substring(0, 3);
    String cut = text.replaceAll("(?:\\[nl\\]|\\\\r\\\\n| [|/] )(?=" + code + "[- ])", "\n");
    if (text.startsWith("-", 3)) {
      cut = cut.replaceAll("(?<=\\S)\\s?(?=" + code + "[- ](?=[A-Z]))", "\n");
    }
    return cut.lines().toList();
  }

  /** Whether an explanation or markup seems to stand in a line outside the message. */
  static boolean decorated(String text) {
    return DECORATED.matcher(text).matches();
  }

  /** What terminals and tools say themselves. */
  static boolean noise(String text) {
    return NOISE.matcher(text).matches();
  }
}
