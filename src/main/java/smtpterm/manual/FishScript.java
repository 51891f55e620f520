package smtpterm.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The completion of fish: a line for each command, operand and option, with descriptions. */
final class FishScript {
  private static final String COMPLETE = "complete -c smtpterm -n ";
  private static final String FOLDERS = "'(__fish_complete_directories)'";
  private static final String PROFILES = "'(__smtpterm_profiles)'";

  private final Program program;

  FishScript(Program program) {
    this.program = program;
  }

  List<String> lines() {
    return new Template("completion.fish")
        .with("profiles", profiles())
        .with("valued", valued())
        .with("commands", commands())
        .with("completions", completions())
        .lines();
  }

  private static List<String> profiles() {
    List<String> lines = new ArrayList<>();
    lines.add("set -l config $HOME/.config");
    lines.add("test -n \"$XDG_CONFIG_HOME\"; and set config $XDG_CONFIG_HOME");
    lines.addAll(ShellWords.profiles("$config").lines().toList());
    return lines;
  }

  private List<String> valued() {
    List<String> lines = new ArrayList<>();
    program
        .flagsByTakers()
        .forEach(
            (takers, flags) -> {
              String names =
                  flags.stream()
                      .filter(flag -> flag.value().isPresent())
                      .flatMap(flag -> flag.names().stream())
                      .collect(Collectors.joining(" "));
              if (!names.isEmpty()) {
                lines.add("contains -- $command " + String.join(" ", takers));
                lines.add("and printf '%s\\n' " + names);
              }
            });
    return lines;
  }

  private List<String> commands() {
    return List.of(
        program.commands().stream()
            .map(Subcommand::name)
            .collect(Collectors.joining(" ", "set -l commands ", "")));
  }

  private List<String> completions() {
    List<String> lines = new ArrayList<>();
    for (Subcommand command : program.commands()) {
      lines.add(
          COMPLETE
              + "'__smtpterm_at smtpterm 0' -a "
              + command.name()
              + " -d "
              + quoted(command.summary()));
    }
    String first = "'__smtpterm_at smtpterm 0; or __smtpterm_at -- 0'";
    lines.add(COMPLETE + first + " -a " + PROFILES + " -d config.toml");
    for (Subcommand command : program.commands()) {
      for (int i = 0; i < command.operands().size(); i++) {
        Value value = command.operands().get(i);
        String takes = takes(value);
        if (!takes.isEmpty()) {
          String place = command.name() + " " + i + (value.many() ? "+" : "");
          lines.add(COMPLETE + "'__smtpterm_at " + place + "' " + takes);
        }
      }
    }
    program
        .flagsByTakers()
        .forEach(
            (takers, flags) -> {
              String where = COMPLETE + "'__smtpterm_in " + String.join(" ", takers) + "'";
              flags.forEach(flag -> lines.add(where + option(flag)));
            });
    return lines;
  }

  private static String option(Flag flag) {
    StringBuilder line = new StringBuilder();
    for (String name : flag.names()) {
      line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    flag.value().ifPresent(value -> line.append(" -r ").append(takes(value)));
    return line.toString().stripTrailing() + " -d " + quoted(flag.summary());
  }

  private static String takes(Value value) {
    return switch (value.kind()) {
      case WORD -> "-f -a " + quoted(String.join(" ", value.words()));
      case FILE -> "-F";
      case FOLDER -> "-f -a " + FOLDERS;
      case TARGET -> "-f -a " + PROFILES;
      case ANYTHING -> "-f";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
