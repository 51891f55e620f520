package smtpterm.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** How far the conversation of a file has got: what the next line of either side is. */
final class Course {
  private static final Set<String> MULTI_LINE = Set.of("RETR", "TOP", "CAPA");
  private static final Set<String> MULTI_LINE_ALONE = Set.of("LIST", "UIDL");

  private final Deque<String> unanswered = new ArrayDeque<>();
  private boolean message;
  private boolean body;

  /** Whether what the client says is message text. */
  boolean message() {
    return message;
  }

  /** Whether what the server says is a line of a multi-line answer. */
  boolean body() {
    return body;
  }

  void client(String text) {
    body = false;
    if (!message) {
      unanswered.add(text.strip().toUpperCase(Locale.ROOT));
    } else if (text.equals(".")) {
      message = false;
      unanswered.add(".");
    }
  }

  /** A line with a code, or with {@code +OK}. */
  void server(String code, boolean continued) {
    if (continued) {
      return;
    }
    String asked = unanswered.isEmpty() ? "" : unanswered.remove();
    message = code.equals("354");
    body = code.equals("+OK") && multiLine(asked);
  }

  /** A line of a multi-line answer. */
  void bodyLine(String text) {
    body = !text.equals(".");
  }

  private static boolean multiLine(String command) {
    String verb = command.split(" ", 2)[0];
    return MULTI_LINE.contains(verb) || MULTI_LINE_ALONE.contains(command);
  }
}
