package smtpterm.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import smtpterm.config.Value;

/**
 * A default gives way to what was typed, also where both name different options: of {@code practice
 * = true} nothing is left where a target stands on the command line.
 */
final class GivingWay {
  /** They show somebody how it goes, so they are for a terminal. */
  private static final List<String> WATCHED = List.of("step", "typing", "delay", "stay");

  private final ParseResult parsed;
  private final ParseResult command;
  private final Map<String, Value> values;

  /**
   * @param values loses what gives way
   */
  GivingWay(ParseResult parsed, Map<String, Value> values) {
    this.parsed = parsed;
    this.command = parsed.subcommand();
    this.values = values;
  }

  void clear() {
    values.keySet().removeIf(this::typed);
    if (typed("ipv4") || typed("ipv6")) {
      values.keySet().removeAll(List.of("ipv4", "ipv6"));
    }
    // Whoever reads a pipe wants the lines alone, unless the command itself asks for more.
    if (!Environment.interactive()) {
      values.remove("explain");
    }
    switch (command.commandSpec().name()) {
      case "play" -> {
        if (command.hasMatchedPositional(1)) {
          values.remove("practice");
        }
        if (!Environment.interactive()) {
          values.keySet().removeAll(WATCHED);
        }
        withoutHouse();
      }
      case "check" -> {
        if (typed("server")) {
          values.remove("practice");
        }
        if (typed("practice")) {
          values.remove("server");
        }
        withoutHouse();
      }
      default -> {
        // Their options get on with each other.
      }
    }
  }

  private boolean typed(String key) {
    return command.hasMatchedOption("--" + key) || parsed.hasMatchedOption("--" + key);
  }

  /** What the practice server is like does not matter where there is none. */
  private void withoutHouse() {
    boolean practice =
        typed("practice")
            || (values.containsKey("practice") && values.get("practice").text().equals("true"));
    if (!practice) {
      values.keySet().removeAll(house());
    }
  }

  private static Set<String> house() {
    return Stream.of(new HouseOptions(), new PortOptions())
        .flatMap(options -> CommandSpec.forAnnotatedObject(options).options().stream())
        .map((OptionSpec option) -> Configurable.key(option))
        .collect(Collectors.toSet());
  }
}
