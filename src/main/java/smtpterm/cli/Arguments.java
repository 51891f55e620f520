package smtpterm.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Finds out whether a command is named: {@code practice} is one, {@code mail.example practice} is a
 * host and something that is no port.
 */
final class Arguments {
  private Arguments() {}

  /**
   * The arguments with the terminal's hidden command put in where no other is named: a name is a
   * command only where the first word that is no option stands.
   */
  static String[] complete(CommandLine commands, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    int i = 0;
    while (i < all.size() && all.get(i).startsWith("-") && !all.get(i).equals("--")) {
      if (all.get(i).equals("--help")
          || all.get(i).equals("-h")
          || all.get(i).equals("--version")
          || all.get(i).equals("-V")) {
        return arguments;
      }
      OptionSpec option = commands.getCommandSpec().findOption(all.get(i));
      i += option != null && option.arity().min() > 0 ? 2 : 1;
    }
    boolean named =
        i < all.size()
            && !all.get(i).equals(TerminalCommand.NAME)
            && commands.getSubcommands().containsKey(all.get(i));
    if (!named) {
      all.add(Math.min(i, all.size()), TerminalCommand.NAME);
    }
    return all.toArray(new String[0]);
  }
}
