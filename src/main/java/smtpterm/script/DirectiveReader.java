package smtpterm.script;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Spelling;
import smtpterm.session.Target;

/** Reads lines such as {@code @timeout 10s}. */
final class DirectiveReader {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m)");
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final List<String> ALL =
      List.of(
          "@connect",
          "@closed",
          "@timeout",
          "@wait",
          "@pause",
          "@set",
          "@pipelining",
          "@send",
          "@include");

  private final Errors errors;
  private final TemplateReader templates;

  DirectiveReader(Errors errors, TemplateReader templates) {
    this.errors = errors;
    this.templates = templates;
  }

  /** Whether this line sends a file. */
  static boolean isSending(String line) {
    return BLANKS.split(line.strip(), 2)[0].equals("@send");
  }

  /** The step of this line, which starts with the at sign; none if it is wrong. */
  Optional<Step> read(Place at, String line) {
    String[] parts = BLANKS.split(line.strip(), 2);
    String name = parts[0];
    String argument = parts.length > 1 ? parts[1] : "";
    Place there = at.right(parts.length > 1 ? line.indexOf(argument, name.length()) : 0);
    if (!ALL.contains(name)) {
      return unknown(at, name);
    }
    return name.equals("@closed") || name.equals("@pause")
        ? alone(at, there, name, argument)
        : withArgument(at, there, name, argument);
  }

  private Optional<Step> unknown(Place at, String name) {
    Optional<String> near = Spelling.nearest(name.toLowerCase(Locale.ROOT), ALL);
    return near.isPresent()
        ? wrong(at, ScriptError.Kind.MISSPELT_DIRECTIVE, name, near.get())
        : wrong(at, ScriptError.Kind.UNKNOWN_DIRECTIVE, name, String.join(", ", ALL));
  }

  private Optional<Step> alone(Place at, Place there, String name, String argument) {
    if (!argument.isEmpty()) {
      return wrong(there, ScriptError.Kind.SUPERFLUOUS_ARGUMENT, name);
    }
    return Optional.of(name.equals("@closed") ? new Step.Closed(at) : new Step.Pause(at));
  }

  private Optional<Step> withArgument(Place at, Place there, String name, String argument) {
    if (argument.isEmpty()) {
      return wrong(at, ScriptError.Kind.MISSING_ARGUMENT, name);
    }
    return switch (name) {
      case "@connect" -> connect(at, there, argument);
      case "@timeout" ->
          time(there, argument, Duration.ofMillis(1)).map(t -> new Step.Timeout(at, t));
      case "@wait" -> time(there, argument, Duration.ZERO).map(t -> new Step.Wait(at, t));
      case "@set" -> assignment(at, there, argument);
      case "@pipelining" -> pipelining(at, there, argument);
      case "@send" -> Optional.of(new Step.SendFile(at, templates.read(there, argument)));
      default -> Optional.of(new Step.Include(at, templates.read(there, argument)));
    };
  }

  /** What variables will make of it is seen when it is played; a default is seen now. */
  private Optional<Step> connect(Place at, Place there, String argument) {
    Template target = templates.read(there, argument);
    Optional<String> known = target.fixed();
    if (target.pieces().size() == 1
        && target.pieces().get(0) instanceof Template.Variable variable) {
      known = variable.fallback().flatMap(Template::fixed);
    }
    try {
      if (known.isPresent()) {
        Target.parse(known.get());
      }
    } catch (Target.BadTarget e) {
      errors.add(there, ScriptError.Kind.BAD_TARGET, known.get());
    }
    return Optional.of(new Step.Connect(at, target));
  }

  private Optional<Step> assignment(Place at, Place there, String argument) {
    String[] parts = BLANKS.split(argument, 2);
    if (!TemplateReader.isName(parts[0])) {
      return wrong(there, ScriptError.Kind.BAD_NAME, parts[0]);
    } else if (TemplateReader.isReserved(parts[0])) {
      return wrong(there, ScriptError.Kind.RESERVED_NAME, parts[0]);
    }
    String value = parts.length > 1 ? parts[1] : "";
    return Optional.of(
        new Step.Assignment(
            at, parts[0], templates.read(there.right(argument.length() - value.length()), value)));
  }

  private Optional<Step> pipelining(Place at, Place there, String argument) {
    if (!argument.equals("on") && !argument.equals("off")) {
      return wrong(there, ScriptError.Kind.BAD_SWITCH, argument);
    }
    return Optional.of(new Step.Pipelining(at, argument.equals("on")));
  }

  private Optional<Duration> time(Place there, String argument, Duration shortest) {
    Matcher matcher = TIME.matcher(argument);
    if (!matcher.matches()) {
      errors.add(there, ScriptError.Kind.BAD_DURATION, argument);
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    Duration time =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          default -> Duration.ofMinutes(number);
        };
    if (time.compareTo(shortest) < 0 || time.compareTo(LONGEST) > 0) {
      errors.add(there, ScriptError.Kind.DURATION_OUT_OF_RANGE, argument);
      return Optional.empty();
    }
    return Optional.of(time);
  }

  private Optional<Step> wrong(Place at, ScriptError.Kind kind, String... arguments) {
    errors.add(at, kind, arguments);
    return Optional.empty();
  }
}
