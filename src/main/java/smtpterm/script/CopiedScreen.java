package smtpterm.script;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was copied from our own terminal: a session file with explanations, which are indented, and
 * perhaps with the prompt and the status line at its end.
 */
public final class CopiedScreen {
  /** A reply explained, what may come next, or a local command. */
  private static final Pattern SIGNS =
      Pattern.compile(
          "   (?:[✔…↻✖?+.~x] (?:[2-5][0-9]{2}|\\+OK|-ERR|\\+) .*+|(?:→|->) \\S.*+)"
              + "|# /[a-z0-9]+(?: .*+)?");

  private static final Pattern CONNECT = Pattern.compile("# /connect ([^ ]+)(?: ([0-9]+))?");

  /** What the practice server has, by the names that {@code /connect} knows. */
  private static final Set<String> PRACTICE = Set.of("smtp", "smtps", "lmtp", "pop3", "pop3s");

  private CopiedScreen() {}

  /** Whether these lines are such a text. */
  public static boolean is(List<String> lines) {
    return lines.stream().anyMatch(line -> SIGNS.matcher(line).matches())
        && lines.stream().anyMatch(line -> line.startsWith("C:") || line.startsWith("S:"));
  }

  /** The lines that were said, and those that explain them. */
  static List<String> withoutPrompt(List<String> lines) {
    if (!is(lines)) {
      return lines;
    }
    int end = lastLine(lines, lines.size());
    boolean status = end > 0 && lines.get(end - 1).matches(" [^ ].*+");
    end = status ? lastLine(lines, end - 1) : end;
    String last = end > 0 ? lines.get(end - 1) : "";
    boolean prompt = last.startsWith(">") || (status && last.strip().equals("C:"));
    return lines.subList(0, prompt ? end - 1 : end).stream().map(CopiedScreen::connected).toList();
  }

  /** Where the next connection went is no mere remark: another greeting follows. */
  private static String connected(String line) {
    Matcher connect = CONNECT.matcher(line);
    if (!connect.matches()) {
      return line;
    }
    String host = connect.group(1);
    String port = connect.group(2) == null ? "" : ":" + connect.group(2);
    return "@connect " + (PRACTICE.contains(host) ? "${" + host + "}" : host + port);
  }

  /** The place behind the last line before this one that is not blank. */
  private static int lastLine(List<String> lines, int from) {
    int end = from;
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return end;
  }
}
