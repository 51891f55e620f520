package smtpterm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Finds out whether a command is named: {@code practice} is one, {@code mail.example practice} is a
 * host and something that is no port.
 */
final class Arguments {
  private static final Set<String> HELP = Set.of("--help", "-h", "--version", "-V");

  private Arguments() {}

  /**
   * The arguments with the terminal's hidden command put in where no other is named: a name is a
   * command only where the first word that is no option stands.
   */
  static String[] complete(CommandLine commands, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    int i = options(commands, all);
    int options = Math.min(i, all.size());
    boolean named =
        i < all.size()
            && !all.get(i).equals(TerminalCommand.NAME)
            && commands.getSubcommands().containsKey(all.get(i));
    if (!named) {
      // The hidden command has no help of its own.
      for (String argument : all.subList(options, Math.max(options, end(all)))) {
        if (HELP.contains(argument)) {
          return Stream.concat(all.subList(0, options).stream(), Stream.of(argument))
              .toArray(String[]::new);
        }
      }
      if (all.subList(0, options).stream().anyMatch(HELP::contains)) {
        return arguments;
      }
      all.add(options, TerminalCommand.NAME);
    }
    return all.toArray(new String[0]);
  }

  /**
   * Puts arguments behind the name of the command, before all that was typed there.
   *
   * @param complete what {@link #complete} returned
   */
  static String[] behindCommand(CommandLine commands, String[] complete, List<String> more) {
    List<String> all = new ArrayList<>(List.of(complete));
    all.addAll(Math.min(options(commands, all) + 1, all.size()), more);
    return all.toArray(new String[0]);
  }

  /** Where the first word stands that is no option, and no value of one. */
  private static int options(CommandLine commands, List<String> all) {
    int i = 0;
    while (i < all.size() && all.get(i).startsWith("-") && !all.get(i).equals("--")) {
      OptionSpec option = commands.getCommandSpec().findOption(all.get(i));
      i += option != null && option.arity().min() > 0 ? 2 : 1;
    }
    return i;
  }

  private static int end(List<String> arguments) {
    int dashes = arguments.indexOf("--");
    return dashes < 0 ? arguments.size() : dashes;
  }
}
