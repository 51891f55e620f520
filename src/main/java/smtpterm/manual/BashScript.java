package smtpterm.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The completion of bash: tables of the options, and the logic that stands in the template. */
final class BashScript {
  private static final String INDENT = "  ";

  private final Program program;

  BashScript(Program program) {
    this.program = program;
  }

  List<String> lines() {
    String commands =
        program.commands().stream().map(Subcommand::name).collect(Collectors.joining(" "));
    return new Template("completion.bash")
        .with("profiles", ShellWords.profiles("${XDG_CONFIG_HOME:-$HOME/.config}").lines().toList())
        .with("options", options())
        .with("operands", operands())
        .with("commands", List.of("commands='" + commands + "'"))
        .lines();
  }

  private List<String> options() {
    List<String> lines = new ArrayList<>();
    program
        .flagsByTakers()
        .forEach(
            (takers, flags) -> {
              lines.add("case $1 in " + String.join(" | ", takers) + ")");
              lines.add(INDENT + "options+=(");
              for (Flag flag : flags) {
                String names =
                    flag.names().stream()
                        .map(name -> name + flag.value().map(v -> "=" + takes(v)).orElse(""))
                        .map(ShellWords::quoted)
                        .collect(Collectors.joining(" "));
                lines.add(INDENT.repeat(2) + names);
              }
              lines.add(INDENT + ") ;;");
              lines.add("esac");
            });
    return lines;
  }

  private List<String> operands() {
    List<String> lines = new ArrayList<>();
    for (Subcommand command : program.commands()) {
      for (int i = 0; i < command.operands().size(); i++) {
        Value value = command.operands().get(i);
        String place = command.name() + ":" + (value.many() ? "*" : i);
        lines.add(place + ") value=" + ShellWords.quoted(takes(value)) + " ;;");
      }
    }
    lines.add("smtpterm:1) value=:any ;;");
    return lines;
  }

  private static String takes(Value value) {
    return switch (value.kind()) {
      case WORD -> String.join(" ", value.words());
      case FILE -> ":file";
      case FOLDER -> ":folder";
      case TARGET -> ":target";
      case ANYTHING -> ":any";
    };
  }
}
