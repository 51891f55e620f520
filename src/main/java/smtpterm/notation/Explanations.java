package smtpterm.notation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes away what people write behind a line, such as {@code ← says hello}. For one transcript. */
final class Explanations {
  private static final int LONGEST = 4096;
  private static final Pattern WORDS = Pattern.compile("\\((?:[\\p{L}'-]++ )+[\\p{L}'-]++\\)");

  /** A command of which only the name is shown, as in {@code RCPT TO (once for each of them)}. */
  private static final Pattern VERBS = Pattern.compile("\\p{L}{3,10}(?: \\p{L}{2,4})?");

  /** Words of a sentence, which nothing that a client says has in brackets. */
  private static final Pattern SENTENCE =
      Pattern.compile("\\((?:[\\p{L}\\p{N}][^\\s()]*+\\s++)++[^\\s()]++[^()]*+\\)");

  private static final List<String> ARROWS = List.of("←", "⇐", "◀", "◄", "<--", "│", "┐", "┘", "┤");
  private static final List<String> COMMENTS =
      List.of("#", "//", "--", ";", "※", "/*", "—", "–", "<!--");

  /** What any of them starts with. */
  private static final String STARTS = "(←⇐◀◄<│┐┘┤#/-;※—–";

  /** How many lines of the transcript end in an explanation of this kind. */
  private final Map<String, Integer> habits = new HashMap<>();

  Explanations(List<Said> said) {
    for (Said line : said) {
      int at = start(line.text());
      int bracket = at > 0 ? -1 : sentence(line.text());
      if (bracket > 0 && Looks.command(line.text().substring(0, bracket))) {
        habits.merge("(", 1, Integer::sum);
      }
      if (at > 0) {
        habits.merge(kind(line.text(), at), 1, Integer::sum);
      }
    }
  }

  /** An answer to a challenge without its explanation; there are no blanks in Base64. */
  String answer(String text) {
    int at = start(text);
    String head = at <= 0 ? "" : text.substring(0, at).stripTrailing();
    return Looks.base64(head) ? head : command(text);
  }

  /** A command without its explanation. */
  String command(String text) {
    int at = start(text);
    if (at <= 0) {
      int bracket = Math.max(sentence(text), note(text));
      String head = bracket <= 0 ? "" : text.substring(0, bracket).stripTrailing();
      return named(head) || Looks.command(head) || (Looks.verb(head) && habit("(", 2))
          ? head
          : text;
    }
    String head = text.substring(0, at).stripTrailing();
    boolean whole = named(head) || Looks.command(head) || Looks.longBase64(head);
    String kind = kind(text, at);
    boolean explained =
        kind.equals("(")
            ? wide(text, at) || habit(kind, 3) || whole
            : whole || wide(text, at) || (Looks.verb(head) && habit(kind, 2));
    return explained ? head : text;
  }

  private static boolean named(String head) {
    return Looks.verb(head) && VERBS.matcher(head).matches();
  }

  /** A reply without its explanation: one blank and a word are no reason to cut. */
  String reply(String text) {
    int at = start(text);
    if (at <= 0 && habit("(", 3)) {
      int open = sentence(text);
      at = open > 0 && text.substring(open).strip().split("\\s+").length > 2 ? open : -1;
    }
    if (at <= 0 || text.substring(0, at).isBlank()) {
      return text;
    }
    String kind = kind(text, at);
    boolean explained =
        switch (kind) {
          case "←" -> true;
          case "(" ->
              wide(text, at)
                  || habit(kind, 3)
                  || (habit(kind, 2) && text.substring(0, at).strip().length() == 3);
          default -> wide(text, at) || habit(kind, 2);
        };
    return explained ? text.substring(0, at).stripTrailing() : text;
  }

  /** A line of message text without what an arrow points out. */
  String text(String text) {
    int at = start(text);
    boolean arrow = at >= 0 && kind(text, at).equals("←") && habit("←", 2);
    return arrow && (at == 0 || wide(text, at)) ? text.substring(0, at).stripTrailing() : text;
  }

  /** Whether this is the end of a message, with or without an explanation. */
  static boolean dot(String text) {
    String said = text.strip();
    if (!said.startsWith(".")) {
      return false;
    }
    if (said.length() == 1) {
      return true;
    }
    String rest = said.substring(1).strip();
    boolean leads =
        rest.startsWith("(")
            || rest.startsWith("<-")
            || rest.startsWith("[")
            || ARROWS.stream().anyMatch(rest::startsWith)
            || COMMENTS.stream().anyMatch(rest::startsWith);
    return Character.isWhitespace(said.charAt(1)) && leads;
  }

  /** Where a sentence in brackets starts that ends the line; -1 without one. */
  private static int sentence(String text) {
    String said = text.stripTrailing();
    int open = said.endsWith(")") && said.length() < LONGEST ? said.lastIndexOf(" (") + 1 : 0;
    return open > 0 && SENTENCE.matcher(said.substring(open)).matches() ? open : -1;
  }

  /** Where {@code {says hello}} starts at the end of the line; -1 without it. */
  private static int note(String text) {
    String said = text.stripTrailing();
    int open = said.endsWith("}") && said.length() < LONGEST ? said.lastIndexOf(" {") + 1 : 0;
    return open > 0 && said.indexOf(' ', open) > 0 ? open : -1;
  }

  private boolean habit(String kind, int often) {
    return habits.getOrDefault(kind, 0) >= often;
  }

  private static boolean wide(String text, int at) {
    return at > 1
        && Character.isWhitespace(text.charAt(at - 1))
        && Character.isWhitespace(text.charAt(at - 2));
  }

  private static String kind(String text, int at) {
    String tail = text.substring(at, Math.min(text.length(), at + 3));
    if (ARROWS.stream().anyMatch(tail::startsWith)) {
      return "←";
    }
    return COMMENTS.stream().filter(tail::startsWith).findFirst().orElse("(");
  }

  /** Where the explanation starts; -1 without one. */
  private static int start(String text) {
    if (text.length() > LONGEST) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if ((i == 0 || Character.isWhitespace(text.charAt(i - 1))) && starts(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean starts(String text, int at) {
    char c = text.charAt(at);
    if (STARTS.indexOf(c) < 0) {
      return false;
    }
    if (c == '(') {
      boolean last = text.stripTrailing().indexOf(')', at) == text.stripTrailing().length() - 1;
      return last
          && at > 0
          && (wide(text, at) || WORDS.matcher(text.substring(at).strip()).matches());
    }
    return ARROWS.stream().anyMatch(a -> text.startsWith(a, at))
        || COMMENTS.stream().anyMatch(m -> text.startsWith(m, at));
  }
}
