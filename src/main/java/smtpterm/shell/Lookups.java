package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.EntryKind;
import smtpterm.knowledge.Found;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Spelling;
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

  /** What is possible now; with an argument, all of one group, or how that command works. */
  void help(String argument) {
    Optional<HelpGroup> group = HelpGroup.named(argument, screen.texts());
    if (argument.isEmpty()) {
      screen.page(layout -> new Overview(topics, layout).page(progress()));
    } else if (group.isPresent()) {
      screen.page(layout -> group.get().page(new Overview(topics, layout), protocol()));
    } else {
      about(argument);
    }
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
    List<String> local = topics.localHelp(name);
    List<String> key = topics.keyHelp(name);
    Optional<Entry> command = topics.catalog().entry(commandKind(), name.toUpperCase(Locale.ROOT));
    if (command.isPresent() && !name.startsWith("/")) {
      pages(List.of(command.get()));
    } else if (!local.isEmpty()) {
      screen.indented(local);
    } else if (!key.isEmpty()) {
      screen.indented(key);
    } else if (name.startsWith("/")) {
      unknown(name, topics.near(name.substring(1)).map(near -> "/" + near).stream().toList());
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
      pages(entries);
    } else {
      Stream<String> known = found.near().stream().map(Entry::name);
      Stream<String> locals =
          Spelling.nearest(argument, topics.localNames()).map(near -> "/" + near).stream();
      unknown(argument, Stream.concat(known, locals).distinct().toList());
    }
  }

  /** Entries in full, with what is true of them where the conversation stands. */
  private void pages(List<Entry> entries) {
    Optional<Standing> standing = progress().map(p -> new Standing(topics, p));
    screen.pages(entries.stream().map(e -> standing.map(s -> s.of(e)).orElse(e)).toList());
  }

  private void unknown(String asked, List<String> near) {
    if (near.isEmpty()) {
      screen.say("shell.help.unknown", asked);
    } else {
      screen.say("shell.help.near", asked, String.join(", ", near));
    }
  }

  private Optional<Progress> progress() {
    return conversation.view().filter(v -> conversation.open()).map(SessionView::progress);
  }

  private EntryKind commandKind() {
    return protocol() == Protocol.POP3 ? EntryKind.POP3_COMMAND : EntryKind.COMMAND;
  }

  private Protocol protocol() {
    return conversation.view().map(v -> v.progress().protocol()).orElse(Protocol.SMTP);
  }

  /** The names that this beginning of an argument of {@code /help} can become. */
  List<String> completeHelp(String argument) {
    Stream<String> more =
        argument.isEmpty()
            ? Stream.empty()
            : Stream.concat(topics.keyNames().stream(), catalogued().stream());
    return Stream.of(HelpGroup.names(screen.texts()).stream(), complete("").stream(), more)
        .flatMap(names -> names)
        .filter(name -> name.regionMatches(true, 0, argument, 0, argument.length()))
        .distinct()
        .toList();
  }

  /** What the server has offered, and the lines of a header. */
  private List<String> catalogued() {
    List<String> names = new ArrayList<>();
    progress().ifPresent(p -> names.addAll(p.capabilities().keywords().keySet()));
    progress().ifPresent(p -> names.addAll(p.capabilities().mechanisms()));
    topics.catalog().entries(EntryKind.HEADER).stream().map(Entry::name).forEach(names::add);
    return names;
  }

  /** What such a name means. */
  String describe(String name) {
    String key = "shell.local." + (name.startsWith("/") ? name.substring(1) : "") + ".line";
    if (screen.texts().knows(key)) {
      return screen.texts().say(key);
    }
    return Stream.of(
            commandKind(),
            EntryKind.REPLY,
            EntryKind.KEYWORD,
            EntryKind.MECHANISM,
            EntryKind.HEADER)
        .flatMap(kind -> topics.catalog().entry(kind, name).stream())
        .findFirst()
        .map(Entry::line)
        .orElse("");
  }

  /** The names that this beginning of an argument can become. */
  List<String> complete(String argument) {
    List<String> names = new ArrayList<>();
    if (argument.matches("[0-9]+")) {
      topics.catalog().replies().forEach(reply -> names.add(reply.code()));
    }
    topics.catalog().commands(protocol().scheme()).stream()
        .map(CommandEntry::verb)
        .forEach(names::add);
    topics.localNames().forEach(name -> names.add("/" + name));
    return names.stream()
        .filter(name -> name.regionMatches(true, 0, argument, 0, argument.length()))
        .toList();
  }
}
