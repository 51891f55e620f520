package smtpterm.typing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Command;
import smtpterm.protocol.LineKind;
import smtpterm.session.Notice;

/**
 * The header lines of the message under way that were sent: {@code To: bob@kolleg.de}.
 *
 * <p>Safe for several threads.
 */
final class HeaderSoFar {
  private static final int MOST_FIELDS = 100;
  private static final int MOST_CHARACTERS = 2_000;
  private static final Pattern FIELD = Pattern.compile("([!-9;-~]+)[ \\t]*:(.*)");

  private final Map<String, String> fields = new LinkedHashMap<>();
  private boolean open = true;
  private String last = "";

  /** Whether the next line can still be one of the header: no empty line was sent yet. */
  synchronized boolean open() {
    return open;
  }

  /** Whether a field of this name was sent, whatever the case of its letters. */
  synchronized boolean has(String name) {
    return fields.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** What was sent behind this name; empty when there was none. */
  synchronized String value(String name) {
    return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** Must be told everything that happens. */
  synchronized void hear(Notice notice) {
    if (notice instanceof Notice.Sent sent && sent.kind() != LineKind.ANSWER) {
      if (sent.kind() == LineKind.TEXT && !sent.line().equals(".")) {
        text(sent.line());
      } else if (!new Command(sent.line().strip()).is("BDAT")) {
        // Several blocks of BDAT make one message; anything else begins a new one.
        begin();
      }
    }
  }

  private void begin() {
    fields.clear();
    last = "";
    open = true;
  }

  private void text(String line) {
    if (!open) {
      return;
    }
    Matcher field = FIELD.matcher(line);
    boolean goesOn = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
    if (goesOn) {
      put(last, value(last) + line);
    } else if (field.matches()) {
      last = field.group(1).toLowerCase(Locale.ROOT);
      put(last, has(last) ? value(last) + "," + field.group(2) : field.group(2));
    } else {
      open = false;
    }
  }

  private void put(String name, String value) {
    if (fields.size() < MOST_FIELDS || fields.containsKey(name)) {
      fields.put(name, value.substring(0, Math.min(value.length(), MOST_CHARACTERS)));
    }
  }
}
