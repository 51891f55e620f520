package smtpterm.script;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines such as {@code @timeout 10s}. */
final class DirectiveReader {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");
  private static final String ALL =
      "@connect, @closed, @timeout, @wait, @pause, @set, @pipelining, @send, @include";

  private final Errors errors;
  private final TemplateReader templates;

  DirectiveReader(Errors errors, TemplateReader templates) {
    this.errors = errors;
    this.templates = templates;
  }

  /** The step of this line, which starts with the at sign; none if it is wrong. */
  Optional<Step> read(Place at, String line) {
    String[] parts = line.strip().split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1] : "";
    Place there = at.right(parts.length > 1 ? line.indexOf(argument, parts[0].length()) : 0);
    return switch (parts[0]) {
      case "@closed", "@pause" -> alone(at, there, parts[0], argument);
      case "@connect", "@timeout", "@wait", "@set", "@pipelining", "@send", "@include" ->
          withArgument(at, there, parts[0], argument);
      default -> wrong(at, ScriptError.Kind.UNKNOWN_DIRECTIVE, parts[0], ALL);
    };
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
      case "@connect" -> Optional.of(new Step.Connect(at, templates.read(there, argument)));
      case "@timeout" -> time(there, argument).map(t -> new Step.Timeout(at, t));
      case "@wait" -> time(there, argument).map(t -> new Step.Wait(at, t));
      case "@set" -> assignment(at, there, argument);
      case "@pipelining" -> pipelining(at, there, argument);
      case "@send" -> Optional.of(new Step.SendFile(at, templates.read(there, argument)));
      default -> Optional.of(new Step.Include(at, templates.read(there, argument)));
    };
  }

  private Optional<Step> assignment(Place at, Place there, String argument) {
    String[] parts = argument.split(" +", 2);
    if (!TemplateReader.isName(parts[0])) {
      return wrong(there, ScriptError.Kind.BAD_NAME, parts[0]);
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

  private Optional<Duration> time(Place there, String argument) {
    Matcher matcher = TIME.matcher(argument);
    if (!matcher.matches()) {
      errors.add(there, ScriptError.Kind.BAD_DURATION, argument);
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          default -> Duration.ofMinutes(number);
        });
  }

  private Optional<Step> wrong(Place at, ScriptError.Kind kind, String... arguments) {
    errors.add(at, kind, arguments);
    return Optional.empty();
  }
}
