package smtpterm.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * Words of our own for what is no TOML: the library says in English what it expected, a user wants
 * to know that {@code lang = de} lacks its quotes.
 */
final class Syntax {
  private static final Pattern TWICE =
      Pattern.compile("(.+) previously defined at line ([0-9]+), column [0-9]+");
  private static final Pattern ASSIGNED = Pattern.compile("\\s*([^=\\[#]+?)\\s*=\\s*(.*?)\\s*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}~/.\\\\0-9][^\"']*");

  private Syntax() {}

  /** One problem for each line that is wrong, in the order of the lines. */
  static List<Problem> problems(TomlParseResult parsed, List<String> lines) {
    Map<Integer, Problem> byLine = new TreeMap<>();
    for (TomlParseError error : parsed.errors()) {
      int line = Math.max(1, Math.min(error.position().line(), Math.max(1, lines.size())));
      int column = Math.max(1, error.position().column());
      String source = line <= lines.size() ? lines.get(line - 1) : "";
      byLine.putIfAbsent(line, problem(line, column, source, String.valueOf(error.getMessage())));
    }
    return new ArrayList<>(byLine.values());
  }

  private static Problem problem(int line, int column, String source, String message) {
    Matcher twice = TWICE.matcher(message);
    if (twice.matches()) {
      return new Problem(
          line, column, source, Problem.Kind.TWICE, List.of(twice.group(1), twice.group(2)));
    }
    Matcher assigned = ASSIGNED.matcher(source);
    if (!assigned.matches()) {
      boolean head = source.strip().startsWith("[");
      Problem.Kind kind = head ? Problem.Kind.HEAD : Problem.Kind.NO_VALUE;
      return new Problem(line, column, source, kind, List.of(source.strip()));
    }
    String key = assigned.group(1);
    String value = assigned.group(2);
    return new Problem(line, column, source, kind(value), List.of(key, bare(value)));
  }

  private static Problem.Kind kind(String value) {
    if (value.isEmpty() || value.startsWith("#")) {
      return Problem.Kind.NO_VALUE;
    }
    if (value
        .codePoints()
        .anyMatch(c -> "\u201C\u201D\u201E\u201A\u2018\u2019\u00AB\u00BB".indexOf(c) >= 0)) {
      return Problem.Kind.CURLY_QUOTES;
    }
    if (value.startsWith("\"") && value.indexOf('\\') > 0) {
      return Problem.Kind.BACKSLASH;
    }
    if (WORD.matcher(value).matches()) {
      return Problem.Kind.UNQUOTED;
    }
    boolean open =
        (value.startsWith("\"") || value.startsWith("'")) && value.indexOf(value.charAt(0), 1) < 0;
    return open ? Problem.Kind.UNCLOSED : Problem.Kind.SYNTAX;
  }

  /** The value without quotes and remark, for an example of how to write it. */
  private static String bare(String value) {
    int remark = value.indexOf(" #");
    return (remark < 0 ? value : value.substring(0, remark))
        .replaceAll("[\"'\u201C\u201D\u201E\u201A\u2018\u2019\u00AB\u00BB]", "")
        .strip();
  }
}
