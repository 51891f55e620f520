package smtpterm.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import smtpterm.script.Expectation.Wording;

/** Reads what stands behind {@code S:}, such as {@code 250 /queued/ queued as 1}. */
final class ExpectationReader {
  private static final String CODE = "[2-5](?:[0-9]{2}|xx)|\\+OK|-ERR|\\+";
  private static final Pattern CODED =
      Pattern.compile("((?:" + CODE + ")(?:\\|(?:" + CODE + "))*+)(?:([- ])(.*))?", Pattern.DOTALL);
  private static final Pattern ENHANCED = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");

  private final Errors errors;
  private final TemplateReader templates;

  ExpectationReader(Errors errors, TemplateReader templates) {
    this.errors = errors;
    this.templates = templates;
  }

  /** A line with a code, or one that says that any will do. */
  Optional<Expectation> reply(Place at, String text) {
    String pattern = text.stripTrailing();
    if (pattern.equals("...")) {
      return Optional.of(new Expectation.AnyLines());
    } else if (pattern.equals("*") || pattern.startsWith("* ")) {
      int start = Math.min(2, pattern.length());
      return Optional.of(
          new Expectation.Anything(templates.read(at.right(start), pattern.substring(start))));
    }
    Matcher matcher = CODED.matcher(text);
    if (!matcher.matches()) {
      errors.add(at, ScriptError.Kind.NO_CODE, text.split(" ", 2)[0]);
      return Optional.empty();
    }
    String rest = matcher.group(3) == null ? "" : matcher.group(3);
    Wording wording = wording(at.right(matcher.group(3) == null ? 0 : matcher.start(3)), rest);
    return Optional.of(
        new Expectation.Coded(
            List.of(matcher.group(1).split("\\|")), "-".equals(matcher.group(2)), wording));
  }

  /** A line of a multi-line answer, as it is on the wire. */
  Expectation body(Place at, String text) {
    if (text.equals("...")) {
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
    } else if (ENHANCED.matcher(text.stripTrailing()).matches()) {
      return new Wording.Enhanced(text.stripTrailing());
    }
    return new Wording.Sample(templates.read(at, text.stripTrailing()));
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
    if (end > Regex.LONGEST) {
      errors.add(at, ScriptError.Kind.BAD_REGEX, "> " + Regex.LONGEST);
      return new Wording.Sample(Template.literal(""));
    }
    try {
      int sample = Math.min(text.length(), end + (text.startsWith(" ", end + 1) ? 2 : 1));
      return new Wording.Matching(
          Regex.of(text.substring(1, end)),
          templates.read(at.right(sample), text.substring(sample).stripTrailing()));
    } catch (PatternSyntaxException e) {
      int column = Math.max(0, Math.min(e.getIndex(), end - 2));
      errors.add(at.right(1 + column), ScriptError.Kind.BAD_REGEX, e.getDescription());
      return new Wording.Sample(Template.literal(""));
    }
  }
}
