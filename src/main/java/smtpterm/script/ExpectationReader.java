package smtpterm.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import smtpterm.script.Expectation.Wording;

/** Reads what stands behind {@code S:}, such as {@code 250 /queued/ queued as 1}. */
final class ExpectationReader {
  private static final String CODE = "(?:[2-5](?:[0-9]{2}|xx)|\\+OK|-ERR|\\+)";
  private static final Pattern CODED =
      Pattern.compile("(" + CODE + "(?:\\|" + CODE + "){0,15}+)(?:([- ])(.*))?", Pattern.DOTALL);

  /** {@code 250 | 251} would be read as 250 and a text. */
  private static final Pattern SPACED =
      Pattern.compile("(?:" + CODE + " *\\| *){1,15}" + CODE + "(?:[- ].*)?", Pattern.DOTALL);

  private static final Pattern ENHANCED = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

  private final Errors errors;
  private final TemplateReader templates;

  ExpectationReader(Errors errors, TemplateReader templates) {
    this.errors = errors;
    this.templates = templates;
  }

  /**
   * A line with a code, or one that says that any will do; none if it is wrong.
   *
   * @param unended whether it would be a line of a multi-line answer, if a dot ended that
   */
  Optional<Expectation> reply(Place at, String text, boolean unended) {
    String pattern = text.stripTrailing();
    if (pattern.equals("*") || pattern.startsWith("* ")) {
      int start = Math.min(2, pattern.length());
      return Optional.of(
          new Expectation.Anything(templates.read(at.right(start), pattern.substring(start))));
    }
    Matcher matcher = CODED.matcher(text);
    if (!matcher.matches()) {
      return wrong(at, text, unended);
    }
    String rest = matcher.group(3) == null ? "" : matcher.group(3);
    boolean continued = "-".equals(matcher.group(2));
    if (SPACED.matcher(text).matches() && rest.stripLeading().startsWith("|")) {
      errors.add(at.right(matcher.end(1)), ScriptError.Kind.SPACED_CODES);
      return Optional.empty();
    }
    if (continued && !Character.isDigit(matcher.group(1).charAt(0))) {
      return wrong(at, text, unended);
    }
    Wording wording = wording(at.right(matcher.group(3) == null ? 0 : matcher.start(3)), rest);
    return Optional.of(
        new Expectation.Coded(List.of(matcher.group(1).split("\\|")), continued, wording));
  }

  private Optional<Expectation> wrong(Place at, String text, boolean unended) {
    String first = text.strip().split(" ", 2)[0];
    if (unended) {
      errors.add(at, ScriptError.Kind.OPEN_BODY);
    } else if (first.equals("...")) {
      errors.add(at, ScriptError.Kind.STRAY_LINES);
    } else if (SPACED.matcher(text).matches()) {
      errors.add(at.right(text.indexOf('|') + 1), ScriptError.Kind.SPACED_CODES);
    } else {
      errors.add(at, ScriptError.Kind.NO_CODE, first);
    }
    return Optional.empty();
  }

  /** A line of a multi-line answer, as it is on the wire. */
  Expectation body(Place at, String text) {
    if (text.stripTrailing().equals("...")) {
      return new Expectation.AnyLines();
    }
    if (text.startsWith("/") && wording(at, text) instanceof Wording.Matching matching) {
      return new Expectation.BodyPattern(matching.pattern(), matching.sample());
    }
    return new Expectation.BodyLine(templates.read(at, text));
  }

  private Wording wording(Place at, String text) {
    if (text.startsWith("/")) {
      return matching(at, text);
    } else if (text.startsWith("= ")) {
      return new Wording.Exact(templates.read(at.right(2), text.substring(2)));
    } else if (text.equals("=")) {
      return new Wording.Exact(Template.literal(""));
    } else if (ENHANCED.matcher(text.stripTrailing()).matches()) {
      return new Wording.Enhanced(text.stripTrailing());
    }
    return new Wording.Sample(templates.read(at, text.stripTrailing()));
  }

  /** Whether this text behind a code is no mere sample, but a pattern of some sort. */
  static boolean isPattern(String text) {
    return text.startsWith("/")
        || text.startsWith("= ")
        || text.equals("=")
        || text.stripLeading().startsWith("|")
        || ENHANCED.matcher(text.stripTrailing()).matches();
  }

  private Wording matching(Place at, String text) {
    int end = 1;
    while (end < text.length() && text.charAt(end) != '/') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      errors.add(at, ScriptError.Kind.OPEN_REGEX);
      return new Wording.Sample(Template.literal(""));
    }
    if (end - 1 > Regex.LONGEST) {
      return refused(at, ScriptError.Kind.LONG_REGEX, Integer.toString(Regex.LONGEST));
    }
    Matcher unprintable = UNPRINTABLE.matcher(text).region(1, end);
    if (unprintable.find()) {
      return refused(at.right(unprintable.start()), ScriptError.Kind.UNPRINTABLE_REGEX);
    }
    try {
      int sample = Math.min(text.length(), end + (text.startsWith(" ", end + 1) ? 2 : 1));
      Regex regex = Regex.of(text.substring(1, end));
      Optional<String> reserved =
          regex.names().stream().filter(TemplateReader::isReserved).findFirst();
      if (reserved.isPresent()) {
        return refused(
            at.right(text.indexOf("(?<" + reserved.get())),
            ScriptError.Kind.RESERVED_NAME,
            reserved.get());
      }
      return new Wording.Matching(
          regex, templates.read(at.right(sample), text.substring(sample).stripTrailing()));
    } catch (PatternSyntaxException e) {
      int column = Math.max(0, Math.min(e.getIndex(), end - 2));
      return refused(at.right(1 + column), ScriptError.Kind.BAD_REGEX);
    }
  }

  private Wording refused(Place at, ScriptError.Kind kind, String... arguments) {
    errors.add(at, kind, arguments);
    return new Wording.Sample(Template.literal(""));
  }
}
