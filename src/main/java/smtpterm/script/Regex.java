package smtpterm.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a session file, such as {@code queued as (?<id>\S+)}, which gives up
 * rather than search for ever: files come from strangers, and so do the lines that are searched.
 */
public final class Regex {
  /** Deeply nested ones would overflow the stack of the compiler. */
  static final int LONGEST = 1000;

  /** How many characters may be looked at; each start of {@code (a+)+b} would take 2^n. */
  private static final int MOST_STEPS = 5_000_000;

  private static final long MOST_ROUNDS = 100_000;
  private static final long MOST_NANOSECONDS = 1_000_000_000L;

  private final Pattern compiled;
  private final List<String> names;

  private Regex(Pattern compiled, List<String> names) {
    this.compiled = compiled;
    this.names = names;
  }

  /** Compiles it. */
  static Regex of(String source) {
    RegexCost cost = new RegexCost(source);
    if (source.length() > LONGEST || cost.rounds() > MOST_ROUNDS) {
      throw new PatternSyntaxException("too large", source, 0);
    }
    try {
      return new Regex(Pattern.compile(source), cost.names());
    } catch (StackOverflowError e) {
      throw new PatternSyntaxException("too large", source, 0);
    }
  }

  /** As it is written between the slashes. */
  public String pattern() {
    return compiled.pattern();
  }

  /** The names of its groups, in their order. */
  public List<String> names() {
    return names;
  }

  /** Whether some part of this line matches, and what its named groups are. Takes 1 s at most. */
  public Result find(String line) {
    Budget budget = new Budget(MOST_STEPS, System.nanoTime() + MOST_NANOSECONDS);
    Counted text = new Counted(line, 0, line.length(), budget);
    Matcher matcher = compiled.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
    try {
      // Not find(): rounds that read nothing are counted only between two starts.
      for (int i = 0; i <= line.length(); i++) {
        budget.spend();
        if (matcher.region(i, line.length()).lookingAt()) {
          return new Result(Outcome.FOUND, named(matcher));
        }
      }
      return new Result(Outcome.NOT_FOUND, Map.of());
    } catch (Spent | StackOverflowError e) {
      return new Result(Outcome.GAVE_UP, Map.of());
    }
  }

  private Map<String, String> named(Matcher matcher) {
    Map<String, String> groups = new LinkedHashMap<>();
    for (String name : names) {
      if (matcher.start(name) >= 0) {
        groups.put(name, matcher.group(name));
      }
    }
    return groups;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Regex regex && regex.pattern().equals(pattern());
  }

  @Override
  public int hashCode() {
    return pattern().hashCode();
  }

  @Override
  public String toString() {
    return "/" + pattern() + "/";
  }

  /** How a search ended. */
  public enum Outcome {
    FOUND,
    NOT_FOUND,
    /** It took too long; the expression has to be simpler. */
    GAVE_UP
  }

  /**
   * What a search found.
   *
   * @param outcome how it ended
   * @param named the named groups that have a part in the match, strangers' text
   */
  public record Result(Outcome outcome, Map<String, String> named) {
    /** Copies the map. */
    public Result {
      named = Map.copyOf(named);
    }

    /** Whether there is a match. */
    public boolean found() {
      return outcome == Outcome.FOUND;
    }
  }

  /** Nothing is left to spend. */
  private static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super(null, null, false, false);
    }
  }

  /** How much may be looked at. */
  private static final class Budget {
    private static final int PAUSE = 0xFFF;

    private final long end;
    private int left;

    Budget(int steps, long end) {
      this.left = steps;
      this.end = end;
    }

    void spend() {
      left--;
      if (left < 0 || ((left & PAUSE) == 0 && System.nanoTime() - end > 0)) {
        throw new Spent();
      }
    }
  }

  /** Counts each look at a character. */
  private record Counted(String text, int from, int to, Budget budget) implements CharSequence {
    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      budget.spend();
      return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text, from + start, from + end, budget);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }
}
