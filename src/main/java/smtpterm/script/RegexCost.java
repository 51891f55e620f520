package smtpterm.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a regular expression makes the engine go round without reading a character, at most:
 * {@code (?:^{9}){9}} 81 times. Such rounds cannot be counted from outside while they happen.
 */
final class RegexCost {
  private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,10})(?:,[0-9]*)?\\}");
  private static final Pattern NAMED = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
  private static final long MOST = Long.MAX_VALUE / 4096;

  private final String source;
  private final List<String> names = new ArrayList<>();
  private final Deque<Long> outer = new ArrayDeque<>();
  private long sum;
  private long atom;

  RegexCost(String source) {
    this.source = source;
    int i = 0;
    while (i < source.length()) {
      i = next(i);
    }
    while (!outer.isEmpty()) {
      sum = outer.pop() + sum;
    }
    sum += atom;
  }

  /** How many rounds there are, at most. */
  long rounds() {
    return sum;
  }

  /** The names of its groups, in their order. */
  List<String> names() {
    return List.copyOf(names);
  }

  private int next(int i) {
    switch (source.charAt(i)) {
      case '\\' -> {
        return escape(i);
      }
      case '[' -> {
        begin(1);
        return behindClass(i);
      }
      case '(' -> {
        Matcher named = NAMED.matcher(source).region(i, source.length());
        if (named.lookingAt()) {
          names.add(named.group(1));
        }
        begin(0);
        outer.push(sum);
        sum = 0;
      }
      case ')' -> {
        if (!outer.isEmpty()) {
          atom = sum + atom + 1;
          sum = outer.pop();
        }
      }
      case '{' -> {
        Matcher count = COUNT.matcher(source).region(i, source.length());
        if (count.lookingAt()) {
          atom = Math.min(MOST, atom * Math.max(1, Long.parseLong(count.group(1))));
          return count.end();
        }
        begin(1);
      }
      default -> begin(1);
    }
    return i + 1;
  }

  /** The atom before this one is done with. */
  private void begin(long cost) {
    sum = Math.min(MOST, sum + atom);
    atom = cost;
  }

  private int escape(int i) {
    begin(1);
    if (source.startsWith("\\Q", i)) {
      int end = source.indexOf("\\E", i);
      return end < 0 ? source.length() : end + 2;
    }
    return i + 2;
  }

  private int behindClass(int from) {
    int open = 0;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        open++;
      } else if (c == ']') {
        open--;
        if (open == 0) {
          return i + 1;
        }
      }
    }
    return source.length();
  }
}
