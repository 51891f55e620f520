package smtpterm.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The completion of zsh: the options as {@code _arguments} takes them, with descriptions. */
final class ZshScript {
  private static final String INDENT = "  ";

  private final Program program;

  ZshScript(Program program) {
    this.program = program;
  }

  List<String> lines() {
    List<String> commands = new ArrayList<>();
    for (Subcommand command : program.commands()) {
      commands.add(quoted(command.name() + ":" + command.summary().replace(":", "\\:")));
    }
    return new Template("completion.zsh")
        .with("profiles", ShellWords.profiles("${XDG_CONFIG_HOME:-$HOME/.config}").lines().toList())
        .with("commands", commands)
        .with("options", options())
        .with("rest", rest())
        .lines();
  }

  private List<String> options() {
    List<String> lines = new ArrayList<>();
    program
        .flagsByTakers()
        .forEach(
            (takers, flags) -> {
              lines.add("case $1 in (" + String.join("|", takers) + ")");
              lines.add(INDENT + "options+=(");
              flags.forEach(flag -> lines.add(INDENT.repeat(2) + spec(flag)));
              lines.add(INDENT + ") ;;");
              lines.add("esac");
            });
    return lines;
  }

  /** Such as {@code '(-o --output)'{-o+,--output=}'[Write into this file]:FILE:_files'}. */
  private static String spec(Flag flag) {
    String rest =
        "[" + escaped(flag.summary()) + "]" + flag.value().map(v -> ":" + takes(v)).orElse("");
    List<String> names =
        flag.value().isEmpty()
            ? flag.names()
            : flag.names().stream().map(n -> n + (n.startsWith("--") ? "=" : "+")).toList();
    String before =
        flag.again() ? "*" : names.size() > 1 ? "(" + String.join(" ", flag.names()) + ")" : "";
    return names.size() == 1
        ? quoted(before + names.get(0) + rest)
        : quoted(before) + "{" + String.join(",", names) + "}" + quoted(rest);
  }

  /** The commands, each with what follows it. */
  private List<String> rest() {
    List<String> lines = new ArrayList<>();
    for (Subcommand command : program.commands()) {
      List<String> specs = new ArrayList<>();
      for (int i = 0; i < command.operands().size(); i++) {
        Value value = command.operands().get(i);
        specs.add(quoted((value.many() ? "*" : i + 1) + ":" + takes(value)));
      }
      lines.add(command.name() + ")");
      lines.add(INDENT + "_smtpterm_options " + command.name());
      lines.add(
          INDENT
              + "_arguments -S $options"
              + specs.stream().map(s -> " " + s).collect(Collectors.joining())
              + " && ret=0");
      lines.add(INDENT + ";;");
    }
    return lines;
  }

  private static String takes(Value value) {
    String label = value.label().replace(":", "\\:");
    return label
        + ":"
        + switch (value.kind()) {
          case WORD -> "(" + String.join(" ", value.words()) + ")";
          case FILE -> "_files";
          case FOLDER -> "_files -/";
          case TARGET -> "_smtpterm_targets";
          case ANYTHING -> " ";
        };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
