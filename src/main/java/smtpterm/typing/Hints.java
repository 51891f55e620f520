package smtpterm.typing;

/** Cuts a syntax such as {@code MAIL FROM:<address> [SIZE=n]} at what is typed already. */
public final class Hints {
  private Hints() {}

  /** What can be typed without thinking: {@code MAIL FROM:<}, {@code AUTH }, {@code DATA}. */
  public static String stem(String syntax) {
    int angle = syntax.indexOf('<');
    int blank = syntax.indexOf(' ');
    // A bracket right behind the verb is a placeholder; one behind a colon belongs to the command.
    if (angle > 0 && syntax.charAt(angle - 1) == ':') {
      return syntax.substring(0, angle + 1);
    }
    if (blank < 0) {
      return syntax;
    }
    return syntax.charAt(blank + 1) == '['
        ? syntax.substring(0, blank)
        : syntax.substring(0, blank + 1);
  }

  /** The rest of the syntax behind what is typed; empty where that says something of its own. */
  public static String rest(String syntax, String typed) {
    String stem = stem(syntax);
    if (typed.length() <= stem.length()) {
      return stem.regionMatches(true, 0, typed, 0, typed.length())
          ? syntax.substring(typed.length())
          : "";
    }
    if (!stem.regionMatches(true, 0, typed, 0, stem.length()) || !stem.endsWith("<")) {
      return "";
    }
    int close = typed.indexOf('>', stem.length());
    if (close < 0) {
      return ">";
    }
    int optional = syntax.indexOf(" [", stem.length());
    return close == typed.length() - 1 && optional > 0 ? syntax.substring(optional) : "";
  }
}
