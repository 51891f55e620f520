package smtpterm.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What commands inherit from {@code smtpterm} itself: {@code --timeout 5s} may stand before and
 * behind the name of a command, but only of one that waits for something.
 */
final class Inherited {
  private static final Set<String> BY_ALL =
      Set.of("--lang", "--color", "--debug", "--help", "--version");

  private static final Set<String> CONNECTING =
      with(TlsOptions.NAMES, "--timeout", "--connect-timeout", "--ipv4", "--ipv6");

  /** Which of the others they take; commands that are not named here take all. */
  private static final Map<String, Set<String>> TAKEN =
      Map.of(
          // It explains what has failed, in whole, and asks nobody for a domain.
          "check",
          CONNECTING,
          "explain",
          Set.of("--dns", "--timeout"),
          // These connect to nobody.
          "serve",
          Set.of(),
          "base64",
          Set.of(),
          "convert",
          Set.of(),
          "export",
          Set.of(),
          "config",
          Set.of(),
          "completion",
          Set.of(),
          "man",
          Set.of());

  private Inherited() {}

  private static Set<String> with(List<String> names, String... more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  /** Takes from each command what it cannot use. */
  static void trim(CommandLine commands) {
    TAKEN.forEach(
        (command, taken) -> {
          CommandSpec spec = commands.getSubcommands().get(command).getCommandSpec();
          List.copyOf(spec.options()).stream()
              .filter(OptionSpec::inherited)
              .filter(o -> !BY_ALL.contains(o.longestName()) && !taken.contains(o.longestName()))
              .forEach(spec::remove);
        });
  }

  /** An option before the name of a command that does not take it; nobody would heed it. */
  static Optional<String> misplaced(ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      return Optional.empty();
    }
    CommandSpec command = parsed.subcommand().commandSpec();
    return parsed.matchedOptions().stream()
        .filter(option -> !same(option, command.findOption(option.longestName())))
        .map(option -> typed(option, parsed))
        .findFirst();
  }

  /** The name that was used of several. */
  private static String typed(OptionSpec option, ParseResult parsed) {
    return Stream.of(option.names())
        .filter(parsed.originalArgs()::contains)
        .findFirst()
        .orElse(option.longestName());
  }

  /** {@code --force} of {@code convert} is not the one that goes with {@code --record}. */
  private static boolean same(OptionSpec option, OptionSpec other) {
    return other != null && other.userObject().equals(option.userObject());
  }
}
