package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import smtpterm.protocol.Spelling;
import smtpterm.sasl.ClientLogin.Initial;
import smtpterm.sasl.Mechanism;

/**
 * What was typed behind {@code /login}: {@code --explain --CRAM-MD5 anna}.
 *
 * @param way a mechanism's name, {@code APOP} or {@code USER}; empty for the best there is
 * @param explain whether to say what each line is made of
 * @param cleartext whether a secret may go where others can listen in
 * @param initial whether the first answer stands on the AUTH line
 * @param user perhaps empty
 */
record LoginRequest(
    Optional<String> way, boolean explain, boolean cleartext, Initial initial, String user) {
  private static final List<String> SWITCHES =
      List.of("--explain", "--initial", "--no-initial", "--cleartext");

  LoginRequest {
    Objects.requireNonNull(way, "way");
    Objects.requireNonNull(initial, "initial");
    Objects.requireNonNull(user, "user");
  }

  /** Reads it; the case of a mechanism's letters does not matter. */
  static LoginRequest of(String argument) throws LoginProblem {
    Optional<String> way = Optional.empty();
    boolean explain = false;
    boolean cleartext = false;
    Initial initial = Initial.USUAL;
    String rest = argument.strip();
    while (rest.startsWith("--")) {
      String option = rest.split(" ", 2)[0];
      rest = rest.substring(option.length()).strip();
      switch (option) {
        case "--explain" -> explain = true;
        case "--cleartext" -> cleartext = true;
        case "--initial" -> initial = Initial.ALWAYS;
        case "--no-initial" -> initial = Initial.NEVER;
        default -> way = Optional.of(known(option));
      }
    }
    return new LoginRequest(way, explain, cleartext, initial, rest);
  }

  /** The same, for this user where none was named. */
  LoginRequest or(String other) {
    return user.isEmpty() ? new LoginRequest(way, explain, cleartext, initial, other) : this;
  }

  private static String known(String option) throws LoginProblem {
    String name = option.substring(2).toUpperCase(Locale.ROOT);
    if (names().contains(name)) {
      return name;
    }
    List<String> options = new ArrayList<>(SWITCHES);
    names().forEach(known -> options.add("--" + known));
    Optional<String> near =
        Spelling.nearest(option, SWITCHES)
            .or(() -> Spelling.nearest(name, names()).map(known -> "--" + known));
    if (near.isPresent()) {
      throw new LoginProblem("shell.login.unknown-option.near", option, near.get());
    }
    throw new LoginProblem("shell.login.unknown-option", option, String.join(", ", options));
  }

  private static List<String> names() {
    return Stream.concat(
            Stream.of(Mechanism.values()).map(Mechanism::wireName),
            Stream.of(LoginWay.Apop.NAME, LoginWay.UserPass.NAME))
        .toList();
  }

  /** What Tab offers: the switches, and what the server offers. */
  static List<String> complete(String argument, List<String> offered, boolean pop3) {
    int word = argument.lastIndexOf(' ') + 1;
    String typed = argument.substring(word);
    if (!typed.startsWith("-")) {
      return List.of();
    }
    List<String> options = new ArrayList<>();
    offered.stream().filter(names()::contains).forEach(name -> options.add("--" + name));
    if (pop3) {
      options.addAll(List.of("--" + LoginWay.Apop.NAME, "--" + LoginWay.UserPass.NAME));
    }
    options.addAll(SWITCHES);
    return options.stream()
        .filter(option -> option.regionMatches(true, 0, typed, 0, typed.length()))
        .map(option -> argument.substring(0, word) + option + " ")
        .toList();
  }
}
