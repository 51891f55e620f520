package smtpterm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import smtpterm.config.Configuration;
import smtpterm.config.Profile;
import smtpterm.config.Reading;
import smtpterm.config.Value;
import smtpterm.shell.Preference;

/**
 * What holds where the command line says nothing: the values of the configuration file, put behind
 * the name of the command as if they had been typed there.
 *
 * <p>A profile wins over the command's own table, and that over what stands at the top of the file.
 */
final class Defaults {
  private final Path path;
  private Reading reading = Reading.NOTHING;
  private Map<String, Value> effective = Map.of();
  private boolean used;
  private Optional<Profile> chosen = Optional.empty();
  private Function<Optional<Profile>, SmtpTerm> options = profile -> new SmtpTerm();

  /**
   * Nothing yet.
   *
   * @param path where the file is, or would be
   */
  Defaults(Path path) {
    this.path = Objects.requireNonNull(path, "path");
  }

  Path path() {
    return path;
  }

  Reading reading() {
    return reading;
  }

  /** This was read. */
  void hold(Reading now) {
    reading = now;
  }

  /** Whether anything of it took the place of something typed. */
  boolean used() {
    return used;
  }

  private Configuration configuration() {
    return reading.configuration();
  }

  /** The target that was meant: of a profile's name its place, else what was typed. */
  String target(String typed) {
    return configuration().profile(typed).map(Profile::target).orElse(typed);
  }

  /** What the file says for this command about what {@code /set} can set. */
  Map<Preference, String> preferences() {
    Map<Preference, String> chosen = new EnumMap<>(Preference.class);
    for (Preference preference : Preference.values()) {
      Value value = effective.get(preference.key());
      if (value != null) {
        chosen.put(preference, value.text());
      }
    }
    return chosen;
  }

  /** The profile that the command line names; empty where it names none. */
  Optional<Profile> profile(ParseResult command) {
    List<String> words =
        command.matchedPositionals().stream()
            .flatMap(position -> position.stringValues().stream())
            .toList();
    return switch (command.commandSpec().name()) {
      // A port behind it says that a host is meant.
      case TerminalCommand.NAME ->
          words.size() == 1 ? configuration().profile(words.get(0)) : Optional.empty();
      case "play" -> words.size() == 2 ? configuration().profile(words.get(1)) : Optional.empty();
      case "check" -> server(command).flatMap(configuration()::profile);
      default -> Optional.empty();
    };
  }

  private Optional<String> server(ParseResult check) {
    Optional<String> typed =
        Optional.ofNullable(check.matchedOption("--server"))
            .map(option -> option.stringValues().get(0));
    return typed.or(
        () -> Optional.ofNullable(configuration().table("check").get("server")).map(Value::text));
  }

  /** The names of the servers. */
  List<String> servers() {
    return List.copyOf(configuration().profiles().keySet());
  }

  Optional<Profile> server(String name) {
    return configuration().profile(name);
  }

  /** Who usually logs in where the command line leads; perhaps nobody. */
  String user() {
    return chosen.map(Profile::user).orElse("");
  }

  /** How the command line would be understood with this profile, and the same file. */
  SmtpTerm options(Optional<Profile> profile) {
    return options.apply(profile);
  }

  /** The options for all servers but the one of the profile that was chosen, if one was. */
  Optional<SmtpTerm> withoutProfile() {
    return chosen.map(profile -> options(Optional.empty()));
  }

  /**
   * This command line is carried out.
   *
   * @param again reads it once more, with another profile
   */
  void use(Whole whole, Optional<Profile> profile, Function<Optional<Profile>, SmtpTerm> again) {
    effective = whole.values();
    used = !whole.added().isEmpty();
    chosen = profile;
    options = again;
  }

  /**
   * A command line with what the file adds.
   *
   * @param arguments all of it
   * @param added what comes from the file
   * @param values what the file says for this command
   */
  record Whole(List<String> arguments, List<String> added, Map<String, Value> values) {
    Whole {
      arguments = List.copyOf(arguments);
      added = List.copyOf(added);
      values = Map.copyOf(values);
    }
  }

  /**
   * The whole command line.
   *
   * @param complete what was typed, with the name of a command
   * @param parsed the same, as it was understood
   * @param profile the server that it is about
   */
  Whole with(
      CommandLine commands, String[] complete, ParseResult parsed, Optional<Profile> profile) {
    ParseResult command = parsed.subcommand();
    Map<String, Value> values = new LinkedHashMap<>(configuration().top());
    values.putAll(configuration().table(command.commandSpec().name()));
    profile.ifPresent(server -> values.putAll(server.values()));
    new GivingWay(parsed, values).clear();
    List<String> more = new ArrayList<>();
    for (OptionSpec option :
        new Configurable(commands).options(command.commandSpec().name(), true)) {
      Value value = values.get(Configurable.key(option));
      if (value != null) {
        more.addAll(arguments(option, value));
      }
    }
    return new Whole(List.of(Arguments.behindCommand(commands, complete, more)), more, values);
  }

  private static List<String> arguments(OptionSpec option, Value value) {
    if (option.arity().max() == 0) {
      return value.text().equals("true") ? List.of(option.longestName()) : List.of();
    }
    return value.texts().stream().map(text -> option.longestName() + "=" + text).toList();
  }
}
