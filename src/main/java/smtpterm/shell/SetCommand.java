package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Pipelining;
import smtpterm.protocol.Spelling;
import smtpterm.screen.Layout.Row;
import smtpterm.session.SessionView;

/** {@code /set}: what is set; {@code /set hints off}: sets it. */
final class SetCommand {
  private final Settings settings;
  private final Screen screen;
  private final Conversation conversation;

  SetCommand(Settings settings, Screen screen, Conversation conversation) {
    this.settings = settings;
    this.screen = screen;
    this.conversation = conversation;
  }

  /** What Tab offers: the names, and behind a name its values. */
  static List<String> complete(String argument) {
    List<String> all = new ArrayList<>();
    for (Preference preference : Preference.values()) {
      if (argument.startsWith(preference.key() + " ")) {
        preference.choices().forEach(value -> all.add(preference.key() + " " + value));
      } else {
        all.add(preference.key());
      }
    }
    return all.stream().filter(whole -> whole.startsWith(argument)).toList();
  }

  /**
   * How what stands behind {@code /set} can go on: {@code nts} behind {@code hi}, {@code on|off}
   * behind {@code hints } and a blank; empty where only the usage says something.
   */
  static Optional<String> hint(String argument) {
    int blank = argument.indexOf(' ');
    if (blank >= 0) {
      String typed = argument.substring(blank + 1);
      return Preference.named(argument.substring(0, blank))
          .map(p -> typed.isEmpty() ? String.join("|", p.choices()) : rest(p.choices(), typed));
    }
    return argument.isEmpty() ? Optional.empty() : Optional.of(rest(Preference.names(), argument));
  }

  private static String rest(List<String> words, String typed) {
    return words.stream()
        .filter(word -> word.startsWith(typed))
        .findFirst()
        .map(word -> word.substring(typed.length()))
        .orElse("");
  }

  /** What an option is for, or what a value of it does. */
  String describe(String whole) {
    String[] words = whole.split(" ", 2);
    return screen
        .texts()
        .say("shell.set." + words[0] + "." + (words.length == 1 ? "line" : words[1]));
  }

  /** {@code /reveal on} is short for {@code /set reveal on}. */
  LocalCommand.Action shortFor(Preference preference) {
    return value -> set(preference, value);
  }

  void run(String argument) {
    String[] words = argument.split(" +", 2);
    Optional<Preference> named = Preference.named(words[0]);
    if (argument.isEmpty()) {
      show();
    } else if (named.isEmpty()) {
      unknown(words[0]);
    } else {
      set(named.get(), words.length == 1 ? "" : words[1]);
    }
  }

  private void unknown(String name) {
    List<String> names = Preference.names();
    Optional<String> near = Spelling.nearest(name, names);
    if (near.isPresent()) {
      screen.say("shell.set.unknown.near", name, near.get());
    } else {
      screen.say("shell.set.unknown", name, String.join(", ", names));
    }
  }

  private void set(Preference preference, String value) {
    if (!preference.choices().contains(value)) {
      if (!value.isEmpty()) {
        screen.say("shell.set.wrong", preference.key(), value);
      }
      screen.table(List.of(row(preference)));
      return;
    }
    settings.set(preference, value);
    screen.say("shell.set." + preference.key() + "." + value);
    if (preference == Preference.PIPELINING && settings.pipelining() && pipeliningRefused()) {
      screen.say("shell.set.pipelining.not-offered");
    }
    screen.refresh();
  }

  private boolean pipeliningRefused() {
    return conversation
        .view()
        .filter(v -> conversation.open())
        .map(SessionView::progress)
        .filter(p -> p.capabilities().extended() && !Pipelining.offered(p.capabilities()))
        .isPresent();
  }

  private void show() {
    List<Row> rows = new ArrayList<>();
    for (Preference preference : Preference.values()) {
      rows.add(row(preference));
    }
    screen.table(rows);
  }

  /** {@code hints on grey hints behind the cursor (on, off)}. */
  private Row row(Preference preference) {
    return new Row(
        preference.key() + " " + settings.of(preference),
        screen.texts().say("shell.set." + preference.key() + ".line")
            + " ("
            + String.join(", ", preference.choices())
            + ")");
  }
}
