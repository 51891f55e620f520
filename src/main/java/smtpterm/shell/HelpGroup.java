package smtpterm.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Protocol;
import smtpterm.text.Texts;

/**
 * All that there is of one kind: {@code /help protocol}, {@code /help local}, {@code /help keys}.
 */
enum HelpGroup {
  PROTOCOL,
  LOCAL,
  KEYS;

  /** The group of this name, in English or in the language spoken now. */
  static Optional<HelpGroup> named(String name, Texts texts) {
    return Arrays.stream(values())
        .filter(g -> g.name().equalsIgnoreCase(name) || g.name(texts).equalsIgnoreCase(name))
        .findFirst();
  }

  /** Their names in the language spoken now. */
  static List<String> names(Texts texts) {
    return Arrays.stream(values()).map(group -> group.name(texts)).toList();
  }

  private String name(Texts texts) {
    return texts.say("shell.help.name." + name());
  }

  /** What it shows. */
  List<String> page(Overview overview, Protocol protocol) {
    return switch (this) {
      case PROTOCOL -> overview.protocol(protocol);
      case LOCAL -> overview.local();
      case KEYS -> overview.keys();
    };
  }
}
