package smtpterm.replay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a match, but not for ever: {@code (a+)+b} on thirty letters would take years, and both
 * the expression and the text come from strangers.
 */
final class Search {
  /** For one expression on all lines of a reply. */
  private static final long LONGEST_NANOS = 500_000_000L;

  private final Pattern pattern;
  private final long end = System.nanoTime() + LONGEST_NANOS;

  Search(Pattern pattern) {
    this.pattern = pattern;
  }

  /** It took too long, or too much of the stack. */
  static final class TooSlow extends Exception {
    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("too slow", null, false, false);
    }
  }

  private static final class TimeIsUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimeIsUp() {
      super("time is up", null, false, false);
    }
  }

  /** The first match in this line. */
  Optional<Matcher> in(String line) throws TooSlow {
    try {
      Matcher matcher = pattern.matcher(new Watched(line, end));
      return matcher.find() ? Optional.of(matcher) : Optional.empty();
    } catch (TimeIsUp | StackOverflowError e) {
      throw new TooSlow();
    }
  }

  /** A text that looks at the clock each time so many characters were asked for. */
  private static final class Watched implements CharSequence {
    private static final int STRIDE = 1024;
    private final CharSequence text;
    private final long end;
    private int asked;

    Watched(CharSequence text, long end) {
      this.text = text;
      this.end = end;
    }

    @Override
    public char charAt(int index) {
      if (++asked % STRIDE == 0 && System.nanoTime() - end > 0) {
        throw new TimeIsUp();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int until) {
      return text.subSequence(start, until);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
