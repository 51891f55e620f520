package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A list of commands to type, with directives between them: {@code @wait 2s}, {@code EHLO me}. From
 * DATA to the lone dot each line is message text, whatever it looks like.
 */
final class TypingList {
  private static final Pattern DIRECTIVE =
      Pattern.compile("@(?:connect|closed|timeout|wait|pause|set|pipelining|send|include)\\b.*");

  private TypingList() {}

  /** Whether a directive stands between the lines. */
  static boolean shown(List<String> lines) {
    boolean text = false;
    for (String line : lines) {
      if (!text && DIRECTIVE.matcher(line).matches()) {
        return true;
      }
      text = text(text, line);
    }
    return false;
  }

  /** The same lines in our own form, each in its place; nothing in them is filled in. */
  static List<String> written(List<String> lines) {
    List<String> written = new ArrayList<>();
    boolean text = false;
    for (String line : lines) {
      boolean own = line.isBlank() || line.startsWith("#") || line.startsWith("@");
      boolean kept = !text && own;
      written.add(kept ? line : ("C: " + line.replace("${", "$${")).stripTrailing());
      text = text(text, line);
    }
    return written;
  }

  private static boolean text(boolean before, String line) {
    return before ? !line.equals(".") : line.strip().toUpperCase(Locale.ROOT).equals("DATA");
  }
}
