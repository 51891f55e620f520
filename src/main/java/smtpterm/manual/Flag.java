package smtpterm.manual;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An option, such as {@code -o, --output FILE}.
 *
 * @param names with their dashes, the shortest first; at least one
 * @param value what follows it; empty if nothing does
 * @param again whether it may stand there several times
 * @param description sentences in the language of the user
 */
public record Flag(List<String> names, Optional<Value> value, boolean again, String description) {
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[\\p{L}\\d)\"]{3})[.](?: |$)|; | \\(");
  private static final Pattern COLON = Pattern.compile(": ");
  private static final int LONG = 60;
  private static final int SAYS_ENOUGH = 20;

  public Flag {
    names = List.copyOf(names);
    if (names.isEmpty() || !names.stream().allMatch(name -> name.startsWith("-"))) {
      throw new IllegalArgumentException("no names of an option: " + names);
    }
    if (description.isBlank()) {
      throw new IllegalArgumentException(names + " has no description");
    }
  }

  /** The description in one line: its first sentence, without what stands in brackets. */
  String summary() {
    String first = upTo(SENTENCE, description);
    String shorter = first.length() > LONG ? upTo(COLON, first) : first;
    String enough = shorter.length() < SAYS_ENOUGH ? first : shorter;
    return enough.endsWith(".") ? enough.substring(0, enough.length() - 1) : enough;
  }

  private static String upTo(Pattern end, String text) {
    Matcher found = end.matcher(text);
    return found.find() ? text.substring(0, found.start()) : text;
  }
}
