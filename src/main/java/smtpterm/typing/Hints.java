package smtpterm.typing;

import java.util.Locale;

/** Cuts a syntax such as {@code TOP n lines} at what is typed already. */
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

  /**
   * The rest of the syntax behind what is typed; empty where nothing more fits, or where the line
   * says something else. A word that is being typed in the place of another one is left alone.
   *
   * @param syntax such as {@code TOP n lines}, {@code BDAT n [LAST]}, {@code /reveal on|off}; no
   *     word in it stands for several
   */
  public static String rest(String syntax, String typed) {
    String stem = stem(syntax);
    if (typed.length() <= stem.length()) {
      return stem.regionMatches(true, 0, typed, 0, typed.length())
          ? like(typed, stem) + syntax.substring(stem.length())
          : "";
    }
    String[] words = syntax.split(" ", -1);
    String[] given = typed.split(" +", -1);
    if (!given[0].equalsIgnoreCase(words[0])) {
      return "";
    }
    boolean local = syntax.startsWith("/");
    int at = 1;
    for (int i = 1; i < given.length; i++) {
      at = skip(words, at, given[i], local);
      if (at == words.length) {
        return "";
      }
      at++;
    }
    String last = given[given.length - 1];
    String word = words[at - 1];
    StringBuilder rest = new StringBuilder(last.isEmpty() ? word : inside(word, last, local));
    for (int i = at; i < words.length; i++) {
      rest.append(' ').append(words[i]);
    }
    return balanced(rest.toString());
  }

  /** The rest of a word that is fixed, in the case of letters in which it was begun. */
  static String like(String typed, String fixed) {
    boolean lower =
        typed.chars().anyMatch(Character::isLetter) && typed.equals(typed.toLowerCase(Locale.ROOT));
    String rest = fixed.substring(typed.length());
    return lower ? rest.toLowerCase(Locale.ROOT) : rest;
  }

  /** Leaves out fixed words that may be left out and were: {@code --step} in {@code /play file}. */
  private static int skip(String[] words, int from, String given, boolean local) {
    int at = from;
    while (at < words.length - 1
        && !given.isEmpty()
        && words[at].startsWith("[")
        && fixed(bare(words[at]), local)
        && !begins(words[at], given, local)) {
      at++;
    }
    return at;
  }

  private static boolean begins(String word, String given, boolean local) {
    for (String choice : bare(word).split("\\|", -1)) {
      if (fixed(choice, local) && choice.regionMatches(true, 0, given, 0, given.length())) {
        return true;
      }
    }
    return false;
  }

  /** The rest of the word that is being typed. */
  private static String inside(String word, String typed, boolean local) {
    for (String choice : bare(word).split("\\|", -1)) {
      int equals = choice.indexOf('=') + 1;
      String literal = fixed(choice, local) ? choice : choice.substring(0, equals);
      if (typed.length() <= literal.length()
          && literal.regionMatches(true, 0, typed, 0, typed.length())) {
        return like(typed, literal) + choice.substring(literal.length());
      }
    }
    return "";
  }

  /** Whether a word is to be typed as it stands: {@code LAST}, or {@code --step}, {@code on}. */
  private static boolean fixed(String word, boolean local) {
    return local ? word.matches("-{0,2}[a-z0-9|-]+") : word.matches("[A-Z0-9]{2,}");
  }

  private static String bare(String word) {
    return word.replace("[", "").replace("]", "");
  }

  /** Without the brackets that close what is typed already. */
  private static String balanced(String rest) {
    StringBuilder kept = new StringBuilder(rest.length());
    int open = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (open >= 0) {
        kept.append(c);
      }
      open = Math.max(0, open);
    }
    return kept.toString();
  }
}
