package smtpterm.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code Authentication-Results} (RFC 8601 section 2.2). */
final class AuthenticationResults {
  private static final int MOST = 30;
  private static final int MOST_PROPERTIES = 20;
  private static final int LONGEST = 8_192;
  private static final int LONGEST_WORD = 300;

  private AuthenticationResults() {}

  /** All results, the topmost line first. */
  static List<Check> of(Header header) {
    List<Check> checks = new ArrayList<>();
    for (HeaderField field : header.all("Authentication-Results")) {
      String raw = field.raw();
      Scan scan = new Scan(raw.substring(0, Math.min(raw.length(), LONGEST)));
      String server = "";
      boolean first = true;
      while (!scan.done() && checks.size() < MOST) {
        String piece = scan.until(";").strip();
        scan.skip(';');
        // Some servers leave their name out.
        if (first && !piece.matches("[A-Za-z0-9-]+(\\s*/\\s*[0-9]+)?\\s*=.*")) {
          server = cut(piece.split("\\s", 2)[0]);
        } else {
          check(server, piece, checks);
        }
        first = false;
      }
    }
    return checks;
  }

  private static void check(String server, String piece, List<Check> checks) {
    String[] words = piece.replaceAll("\\s*=\\s*", "=").split("\\s+", MOST_PROPERTIES);
    String[] head = words[0].split("=", 2);
    if (head.length < 2 || head[0].isEmpty() || head[1].isEmpty()) {
      return;
    }
    Map<String, String> properties = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      if (pair.length == 2 && !pair[0].isEmpty()) {
        properties.putIfAbsent(lower(pair[0]), cut(pair[1]));
      }
    }
    // RFC 8601 section 2.2: a method may name its version.
    checks.add(new Check(server, lower(head[0].split("/", 2)[0]), lower(head[1]), properties));
  }

  private static String lower(String text) {
    return cut(text).toLowerCase(Locale.ROOT);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_WORD));
  }
}
