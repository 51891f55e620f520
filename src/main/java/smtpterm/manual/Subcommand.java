package smtpterm.manual;

import java.util.List;

/**
 * A command with all that can stand behind it, such as {@code play}.
 *
 * @param name as it is typed
 * @param synopses how it is called, such as {@code smtpterm play [OPTIONS] FILE}; at least one
 * @param header what it is for, in one sentence; empty for the program itself
 * @param description more about that, a line for each paragraph
 * @param flags its options, in the order of the help
 * @param operands what is no option, in order; only the last may be many
 */
public record Subcommand(
    String name,
    List<String> synopses,
    String header,
    List<String> description,
    List<Flag> flags,
    List<Value> operands) {
  public Subcommand {
    synopses = List.copyOf(synopses);
    description = List.copyOf(description);
    flags = List.copyOf(flags);
    operands = List.copyOf(operands);
    if (!name.matches("[a-z][a-z0-9-]*") || synopses.isEmpty()) {
      throw new IllegalArgumentException("no command: " + name + " " + synopses);
    }
    if (operands.stream().limit(Math.max(0, operands.size() - 1)).anyMatch(Value::many)) {
      throw new IllegalArgumentException(name + " has something behind any number of operands");
    }
  }

  /** The header as it stands beside the name in a list: without its full stop. */
  String summary() {
    return header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
  }
}
