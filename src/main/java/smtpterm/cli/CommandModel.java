package smtpterm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import smtpterm.manual.Flag;
import smtpterm.manual.Program;
import smtpterm.manual.Program.Example;
import smtpterm.manual.Subcommand;
import smtpterm.manual.Value;
import smtpterm.manual.Value.Kind;

/** The commands and options as the manual page and the completions of the shells take them. */
final class CommandModel {
  /** An example of the help: two blanks, the line, more blanks, what it does. */
  private static final Pattern EXAMPLE = Pattern.compile(" {2}(\\S+(?: \\S+)*)(?: {2,}(.+))?");

  /** One of the words that may be typed, while {@code FILE} and {@code 30s} only name or show. */
  private static final Pattern WORDS = Pattern.compile("[a-z0-9.-]+(?:\\|[a-z0-9.-]+)+");

  private CommandModel() {}

  /** Of the whole command line, to which this command belongs. */
  static Program of(CommandSpec any) {
    CommandSpec root = any.root();
    String[] footer = root.usageMessage().footer();
    return new Program(
        subcommand(root),
        root.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(spec -> !spec.usageMessage().hidden())
            .map(CommandModel::subcommand)
            .toList(),
        Arrays.stream(footer).flatMap(line -> example(plain(line)).stream()).toList());
  }

  private static Subcommand subcommand(CommandSpec spec) {
    String name = spec.root().name();
    return new Subcommand(
        spec.name(),
        Arrays.stream(spec.usageMessage().customSynopsis())
            .map(line -> line.substring(line.indexOf(name)))
            .toList(),
        String.join(" ", spec.usageMessage().header()),
        Arrays.stream(spec.usageMessage().description())
            .flatMap(text -> plain(text).lines())
            .filter(line -> !line.isBlank())
            .toList(),
        spec.options().stream().filter(o -> !o.hidden()).map(CommandModel::flag).toList(),
        operands(spec));
  }

  private static Flag flag(OptionSpec option) {
    return new Flag(
        List.of(option.names()),
        option.arity().min() > 0 ? Optional.of(value(option, false)) : Optional.empty(),
        option.isMultiValue(),
        plain(String.join(" ", option.description())).strip());
  }

  private static List<Value> operands(CommandSpec spec) {
    if (spec == spec.root()) {
      // What the hidden command of the terminal takes; behind a target comes its port.
      return List.of(
          new Value("HOST", Kind.TARGET, List.of(), false, ""),
          new Value("PORT", Kind.ANYTHING, List.of(), false, ""));
    }
    return spec.positionalParameters().stream().map(p -> value(p, p.arity().max() > 1)).toList();
  }

  private static Value value(ArgSpec of, boolean many) {
    String label = of.paramLabel();
    String description = of.isPositional() ? plain(String.join(" ", of.description())).strip() : "";
    List<String> parts = List.of(label.split("\\|", -1));
    if (WORDS.matcher(label).matches()) {
      return new Value(label, Kind.WORD, parts, many, description);
    }
    if (of.completionCandidates() != null && !of.typeInfo().isEnum()) {
      List<String> words = new ArrayList<>();
      of.completionCandidates().forEach(words::add);
      return new Value(label, Kind.WORD, words, many, description);
    }
    Kind kind = Kind.ANYTHING;
    if (parts.contains("FILE")) {
      kind = Kind.FILE;
    } else if (Stream.of("DIR", "FOLDER").anyMatch(parts::contains)) {
      kind = Kind.FOLDER;
    } else if (Stream.of("TARGET", "URL", "PROFILE").anyMatch(parts::contains)) {
      kind = Kind.TARGET;
    }
    return new Value(label, kind, List.of(), many, description);
  }

  private static Optional<Example> example(String line) {
    return EXAMPLE
        .matcher(line)
        .results()
        .filter(found -> found.end() == line.length())
        .map((MatchResult m) -> new Example(m.group(1), Optional.ofNullable(m.group(2)).orElse("")))
        .findFirst();
  }

  /** As picocli would print it. */
  private static String plain(String text) {
    return text.replace("%n", "\n").replace("%%", "%");
  }
}
