package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.EntryKind;
import smtpterm.knowledge.Found;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.screen.Layout.Row;
import smtpterm.session.SessionView;

/** {@code /help} and {@code /why}: what is possible, and what everything means. */
final class Lookups {
  private final Conversation conversation;
  private final Screen screen;
  private final Topics topics;

  Lookups(Conversation conversation, Screen screen, Topics topics) {
    this.conversation = conversation;
    this.screen = screen;
    this.topics = topics;
  }

  /** What is possible now; with an argument, how that command works. */
  void help(String argument) {
    if (!argument.isEmpty()) {
      about(argument);
      return;
    }
    Optional<Progress> progress =
        conversation.view().filter(v -> conversation.open()).map(SessionView::progress);
    List<Row> legal = progress.map(topics::legalRows).orElse(List.of());
    if (!legal.isEmpty()) {
      screen.table("shell.help.now", legal);
    }
    screen.table("shell.help.locals", topics.localRows());
    screen.table("shell.help.keys", topics.keyRows());
  }

  /** The last reply in full; with an argument, what that code or word means. */
  void why(String argument) {
    if (!argument.isEmpty()) {
      found(argument);
    } else if (!screen.why()) {
      screen.say("shell.why.nothing");
    }
  }

  private void about(String name) {
    List<String> local = topics.aboutLocal(name);
    EntryKind kind = protocol() == Protocol.POP3 ? EntryKind.POP3_COMMAND : EntryKind.COMMAND;
    Optional<Entry> command = topics.catalog().entry(kind, name.toUpperCase(Locale.ROOT));
    if (command.isPresent()) {
      screen.pages(List.of(command.get()));
    } else if (!local.isEmpty()) {
      screen.indented(local);
    } else {
      found(name);
    }
  }

  private void found(String argument) {
    Found found = topics.catalog().find(argument);
    List<Entry> entries = new ArrayList<>(found.entries());
    if (entries.isEmpty()) {
      // Several names in one line, such as 550 5.7.1.
      for (String word : argument.split(" +", -1)) {
        entries.addAll(topics.catalog().find(word).entries());
      }
    }
    if (!entries.isEmpty()) {
      screen.pages(entries);
    } else if (found.near().isEmpty()) {
      screen.say("shell.help.unknown", argument);
    } else {
      String near = String.join(", ", found.near().stream().map(Entry::name).distinct().toList());
      screen.say("shell.help.near", argument, near);
    }
  }

  private Protocol protocol() {
    return conversation.view().map(v -> v.progress().protocol()).orElse(Protocol.SMTP);
  }

  /** The names that this beginning of an argument can become. */
  List<String> complete(String argument) {
    List<String> names = new ArrayList<>();
    topics.catalog().commands(protocol().scheme()).stream()
        .map(CommandEntry::verb)
        .forEach(names::add);
    topics.localNames().forEach(name -> names.add("/" + name));
    return names.stream()
        .filter(name -> name.regionMatches(true, 0, argument, 0, argument.length()))
        .toList();
  }
}
