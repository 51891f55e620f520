package smtpterm.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import smtpterm.config.Schema;
import smtpterm.config.Setting;
import smtpterm.session.Target;
import smtpterm.shell.Preference;
import smtpterm.wire.Pin;

/**
 * What can stand in the configuration file: every preference of {@code /set} and every option of
 * the command line, so that a new one can be configured at once.
 */
final class Configurable {
  /** What means this one run: files that are read or written, things to look up. */
  private static final Set<String> NEVER =
      Set.of(
          "--record",
          "--force",
          "--output",
          "--script",
          "--list",
          "--mx",
          "--message",
          "--score",
          "--decode",
          "--init",
          "--path");

  private static final Pattern CHOICES = Pattern.compile("[a-z0-9.]+(?:\\|[a-z0-9.]+)+");
  private static final int HIGHEST_PORT = 65_535;

  private final CommandLine commands;

  Configurable(CommandLine commands) {
    this.commands = commands;
  }

  /** The whole of it. */
  Schema schema() {
    Map<String, Setting> top = top();
    Map<String, Map<String, Setting>> tables = new LinkedHashMap<>();
    for (String command : tables()) {
      Map<String, Setting> table = new LinkedHashMap<>(settings(command, true));
      if (command.equals("practice") || command.equals("play")) {
        preferences().forEach(table::putIfAbsent);
      }
      tables.put(command, table);
    }
    Map<String, Setting> profile = Schema.place(Configurable::isTarget);
    top.forEach(profile::putIfAbsent);
    Set<String> names = new TreeSet<>(commands.getSubcommands().keySet());
    // Nobody types the name of the hidden one.
    names.remove(TerminalCommand.NAME);
    return new Schema(top, tables, profile, names);
  }

  private Map<String, Setting> top() {
    Map<String, Setting> top = new LinkedHashMap<>(preferences());
    top.putAll(settings(TerminalCommand.NAME, true));
    return top;
  }

  /** The commands that have options of their own. */
  List<String> tables() {
    List<String> names = new ArrayList<>();
    Set<String> top = top().keySet();
    commands
        .getSubcommands()
        .forEach(
            (name, command) -> {
              // TOML knows only one thing of a name, and explain is a setting already.
              boolean taken = top.contains(name);
              if (!command.getCommandSpec().usageMessage().hidden()
                  && !taken
                  && !options(name, false).isEmpty()) {
                names.add(name);
              }
            });
    return names;
  }

  /** The options of a command that can be configured, in the order of its help. */
  List<OptionSpec> options(String command, boolean inherited) {
    return spec(command).options().stream()
        .filter(option -> inherited || !option.inherited())
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .filter(option -> option.longestName().startsWith("--"))
        .filter(option -> !NEVER.contains(option.longestName()))
        // Of serve it is about the file of --script.
        .filter(option -> !(command.equals("serve") && option.longestName().equals("--exact")))
        .toList();
  }

  /** What an option is called in the file: {@code --smtp} is {@code smtp}. */
  static String key(OptionSpec option) {
    return option.longestName().substring(2);
  }

  Setting setting(String command, OptionSpec option) {
    Setting.Kind kind =
        option.isMultiValue()
            ? Setting.Kind.LIST
            : option.arity().max() == 0 ? Setting.Kind.SWITCH : Setting.Kind.TEXT;
    List<String> choices = choices(option);
    return new Setting(
        key(option), kind, choices, ConfigExamples.of(option), check(command, option));
  }

  private CommandSpec spec(String command) {
    return commands.getSubcommands().get(command).getCommandSpec();
  }

  private Map<String, Setting> settings(String command, boolean inherited) {
    return Schema.named(
        options(command, inherited).stream().map(option -> setting(command, option)).toList());
  }

  /** What {@code /set} knows, by its names. */
  static Map<String, Setting> preferences() {
    return Schema.named(
        Stream.of(Preference.values())
            .map(
                preference ->
                    new Setting(
                        preference.key(),
                        preference.choices().contains("on")
                            ? Setting.Kind.ON_OFF
                            : Setting.Kind.TEXT,
                        preference.choices(),
                        preference.choices().get(0),
                        value -> true))
            .toList());
  }

  private static List<String> choices(OptionSpec option) {
    if (CHOICES.matcher(option.paramLabel()).matches()) {
      return List.of(option.paramLabel().split("\\|", -1));
    }
    return option.type().isEnum()
        ? Stream.of(option.type().getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .toList()
        : List.of();
  }

  private Predicate<String> check(String command, OptionSpec option) {
    return switch (option.paramLabel()) {
      case "PORT" ->
          value -> value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= HIGHEST_PORT;
      case "SHA256" -> value -> Pin.parse(value).isPresent();
      default -> value -> fits(command, option, value);
    };
  }

  /** Whether the command line would take it: its own converters decide. */
  private boolean fits(String command, OptionSpec option, String value) {
    try {
      commands.parseArgs(command, option.longestName() + "=" + value);
      return true;
    } catch (MissingParameterException e) {
      // Of the command itself something is missing, which is not the point here.
      return true;
    } catch (ParameterException e) {
      return false;
    }
  }

  private static boolean isTarget(String url) {
    try {
      Target.parse(url);
      return url.contains("://");
    } catch (Target.BadTarget e) {
      return false;
    }
  }
}
