package smtpterm.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that can be typed behind {@code smtpterm}.
 *
 * @param own what goes without a command: {@code smtpterm [OPTIONS] HOST PORT}; its name is that of
 *     the program
 * @param commands what people may name, in the order of the help
 * @param examples lines of a shell, with what they do
 */
public record Program(Subcommand own, List<Subcommand> commands, List<Example> examples) {
  /**
   * A line of a shell, such as {@code smtpterm practice}.
   *
   * @param line as it is typed
   * @param meaning what it does; may be empty
   */
  public record Example(String line, String meaning) {
    public Example {
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(meaning, "meaning");
    }
  }

  public Program {
    Objects.requireNonNull(own, "own");
    commands = List.copyOf(commands);
    examples = List.copyOf(examples);
  }

  /** The program itself and its commands. */
  List<Subcommand> all() {
    return Stream.concat(Stream.of(own), commands.stream()).toList();
  }

  /** The options, sorted by the names of the commands that take them. */
  Map<List<String>, List<Flag>> flagsByTakers() {
    Map<Flag, List<String>> takers = new LinkedHashMap<>();
    for (Subcommand command : all()) {
      for (Flag flag : command.flags()) {
        takers.computeIfAbsent(flag, f -> new ArrayList<>()).add(command.name());
      }
    }
    Map<List<String>, List<Flag>> sorted = new LinkedHashMap<>();
    takers.forEach(
        (flag, names) ->
            sorted.computeIfAbsent(List.copyOf(names), n -> new ArrayList<>()).add(flag));
    return sorted;
  }
}
