package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the form of our own: {@code C:}, {@code S:}, {@code #} and {@code @}. For one file. */
final class CanonicalReader {
  private static final Pattern MARK = Pattern.compile("(?:[CS]:|C & S:|[#@]).*");
  private static final Pattern ACT = Pattern.compile("<.*>\\s*");
  private static final Pattern MASKED = Pattern.compile("(PASS )?(?:•{8}|\\*{8})");

  private final Errors errors = new Errors();
  private final TemplateReader templates = new TemplateReader(errors);
  private final ExpectationReader expectations = new ExpectationReader(errors, templates);
  private final DirectiveReader directives = new DirectiveReader(errors, templates);
  private final Course course = new Course();
  private final List<Step> steps = new ArrayList<>();
  private boolean begun;

  private final String file;

  private CanonicalReader(String file) {
    this.file = file;
  }

  static ScriptReading read(String file, List<String> lines) {
    return new CanonicalReader(file).all(lines);
  }

  /** How far everything is moved to the right, as the examples of the RFCs are. */
  static int indentation(List<String> lines) {
    return lines.stream()
        .filter(line -> MARK.matcher(line.stripLeading()).matches())
        .mapToInt(line -> line.length() - line.stripLeading().length())
        .min()
        .orElse(0);
  }

  private ScriptReading all(List<String> lines) {
    int indentation = indentation(lines);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int taken = Math.min(indentation, line.length() - line.stripLeading().length());
      line(new Place(file, i + 1, taken + 1), line.substring(taken));
    }
    Script script = new Script(steps);
    if (!script.hasSteps() && errors.all().isEmpty()) {
      errors.add(new Place(file, 1, 1), ScriptError.Kind.NO_STEP);
    }
    return new ScriptReading(script, errors.all(), List.of());
  }

  private void line(Place at, String line) {
    if (line.startsWith("C & S:")) {
      note(at, line);
    } else if (line.startsWith("C:")) {
      client(at, behind(line), line);
    } else if (line.startsWith("S:")) {
      server(at, behind(line), line);
    } else if (line.startsWith("#")) {
      note(at, line.substring(line.startsWith("# ") ? 2 : 1));
    } else if (line.startsWith("@")) {
      begun = true;
      directives.read(at, line).ifPresent(steps::add);
    } else if (!line.isBlank() && !line.startsWith("  ")) {
      unmarked(at, line);
    }
  }

  private void unmarked(Place at, String line) {
    if (begun) {
      errors.add(at, ScriptError.Kind.UNMARKED);
    } else {
      note(at, line);
    }
  }

  private void note(Place at, String text) {
    steps.add(new Step.Note(at, text.stripTrailing()));
  }

  private static String behind(String line) {
    return line.substring(line.startsWith(" ", 2) ? 3 : 2);
  }

  private void client(Place at, String text, String line) {
    begun = true;
    if (!course.message() && ACT.matcher(text).matches()) {
      note(at, line);
      return;
    }
    steps.add(new Step.ClientLine(at, clientText(at.right(line.length() - text.length()), text)));
    course.client(text);
  }

  /** Answers that a screen masked are computed anew. */
  private Template clientText(Place at, String text) {
    Matcher masked = MASKED.matcher(text);
    if (course.message() || !masked.matches()) {
      return templates.read(at, text);
    } else if (masked.group(1) == null) {
      return Template.of(new Template.Answer(at, Optional.empty(), Optional.empty()));
    }
    return new Template(
        List.of(
            new Template.Literal("PASS "), new Template.Secret(at, "password", Optional.empty())));
  }

  private void server(Place at, String text, String line) {
    begun = true;
    Place there = at.right(line.length() - text.length());
    if (course.body()) {
      steps.add(new Step.ServerLine(at, expectations.body(there, text)));
      course.bodyLine(text);
    } else if (ACT.matcher(text).matches()) {
      note(at, line);
    } else {
      String pattern = text.stripLeading();
      expectations
          .reply(there.right(text.length() - pattern.length()), pattern)
          .ifPresent(expected -> expect(at, expected));
    }
  }

  private void expect(Place at, Expectation expected) {
    steps.add(new Step.ServerLine(at, expected));
    if (expected instanceof Expectation.Coded coded) {
      String code = coded.invitesMessage() ? "354" : coded.codes().get(0);
      course.server(code, coded.continued());
    } else {
      course.server("*", false);
    }
  }
}
