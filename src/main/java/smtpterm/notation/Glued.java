package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;

/** Cuts replies that were joined: {@code 250-mx250-SIZE 250 HELP}, {@code 250 mx | 250 SIZE}. */
final class Glued {
  private static final List<String> JOINTS = List.of(" | ", " / ", "\\n", "; ", "⏎", "` `");

  private static final int MOST = 500;

  private Glued() {}

  /** The lines of the reply; mostly one, which is the text itself. */
  static List<String> parts(String text) {
    int length = Looks.codeLength(text);
    if (length == 3 && !text.startsWith("+")) {
      List<String> parts = atCode(text, text.substring(0, 3));
      return parts.size() > 1 ? parts : List.of(text);
    }
    boolean listing = text.startsWith("+OK") && (text.endsWith(" / .") || text.endsWith(" | ."));
    return listing ? List.of(text.split(" [/|] ")) : List.of(text);
  }

  private static List<String> atCode(String text, String code) {
    boolean continued = text.startsWith("-", 3);
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(code, 4);
        at >= 0 && parts.size() < MOST;
        at = text.indexOf(code, at + 1)) {
      boolean joint = joint(text, at) > 0;
      if (joint ? ends(text, at) : continued && cuts(text, at)) {
        parts.add(text.substring(from, at - joint(text, at)).stripTrailing());
        from = at;
      }
    }
    parts.add(text.substring(from));
    for (int i = 0; i + 1 < parts.size() && !continued; i++) {
      parts.set(i, hyphenated(parts.get(i)));
    }
    return parts;
  }

  private static int joint(String text, int at) {
    return JOINTS.stream()
        .filter(j -> text.startsWith(j, at - j.length()))
        .findFirst()
        .orElse("")
        .length();
  }

  private static boolean ends(String text, int at) {
    return at + 3 == text.length() || " -".indexOf(text.charAt(at + 3)) >= 0;
  }

  /** A number in the text, such as a size, is followed by no keyword. */
  private static boolean cuts(String text, int at) {
    if (at + 4 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 4);
    boolean hyphen = text.charAt(at + 3) == '-' && !Character.isWhitespace(next);
    return hyphen || (text.charAt(at + 3) == ' ' && (Character.isUpperCase(next) || next == '8'));
  }

  /** All lines but the last one have a hyphen on the wire (RFC 5321, section 4.2.1). */
  private static String hyphenated(String part) {
    return part.length() == 3 ? part + "-" : part.substring(0, 3) + "-" + part.substring(4);
  }
}
