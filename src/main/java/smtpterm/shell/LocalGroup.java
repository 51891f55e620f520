package smtpterm.shell;

import java.util.Arrays;
import java.util.List;

/** What local commands are for, such as {@link #SENDING} for {@code /send}: the order of help. */
enum LocalGroup {
  CONNECTING("connect", "disconnect", "tls", "mx"),
  LOGIN("login", "answer", "base64", "reveal"),
  SENDING("send", "bdat"),
  LOOKING("status", "why", "explain", "show", "inbox", "wire"),
  FILES("play", "record", "save", "export"),
  SETTINGS("set", "lang", "clear"),
  HELP("help", "tour", "quit");

  /** A copy, which nobody can change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> names;

  LocalGroup(String... names) {
    this.names = List.of(names);
  }

  /** Those of these commands that belong to it, in its order. */
  List<LocalCommand> of(List<LocalCommand> commands) {
    return names.stream()
        .flatMap(name -> commands.stream().filter(command -> command.name().equals(name)))
        .toList();
  }

  /** Whether a command of this name is in one of the groups. */
  static boolean knows(String name) {
    return Arrays.stream(values()).anyMatch(group -> group.names.contains(name));
  }
}
