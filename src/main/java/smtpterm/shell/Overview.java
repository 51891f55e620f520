package smtpterm.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.CommandEntry.Group;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.screen.Layout;
import smtpterm.screen.Layout.Row;
import smtpterm.text.Texts;

/**
 * {@code /help} by itself, on one screen: what the server should understand now, what comes later,
 * the commands of smtpterm in groups, the keys; and the long tables behind it. Pure.
 */
final class Overview {
  /** In these two every command for any time is legal, and no other. */
  private static final Set<Phase> ANY_TIME = EnumSet.of(Phase.HELLO, Phase.RCPT);

  private final Topics topics;
  private final Texts texts;
  private final Layout layout;

  Overview(Topics topics, Layout layout) {
    this.topics = topics;
    this.texts = topics.texts();
    this.layout = layout;
  }

  /**
   * The one screen.
   *
   * @param progress how the conversation stands; empty when there is none
   */
  List<String> page(Optional<Progress> progress) {
    List<String> lines = new ArrayList<>(now(progress));
    lines.add("");
    lines.addAll(layout.paragraph(texts.say("shell.help.locals")));
    List<Row> rows = new ArrayList<>();
    for (LocalGroup group : LocalGroup.values()) {
      String names =
          group.of(topics.locals()).stream()
              .map(command -> "/" + command.name())
              .collect(Collectors.joining(" "));
      if (!names.isEmpty()) {
        rows.add(new Row(heading(group), names));
      }
    }
    lines.addAll(layout.table(rows));
    lines.add("");
    lines.addAll(layout.paragraph(texts.say("shell.help.keys.short")));
    lines.addAll(layout.paragraph(texts.say("shell.help.more")));
    return lines;
  }

  private List<String> now(Optional<Progress> progress) {
    if (progress.isEmpty()) {
      return layout.paragraph(texts.say("shell.help.unconnected"));
    }
    if (progress.get().protocol() == Protocol.RAW) {
      return layout.paragraph(texts.say("shell.help.raw"));
    }
    List<Row> rows = new ArrayList<>();
    List<String> anyTime = new ArrayList<>();
    List<String> later = new ArrayList<>();
    for (CommandEntry entry : commands(progress.get())) {
      if (!entry.legalIn(progress.get())) {
        later.add(entry.verb());
      } else if (due(entry, progress.get())) {
        rows.add(topics.row(entry));
      } else {
        anyTime.add(entry.verb());
      }
    }
    add(rows, "shell.help.any-time", anyTime);
    add(rows, "shell.help.later", later);
    List<String> lines = new ArrayList<>(layout.paragraph(texts.say("shell.help.now")));
    lines.addAll(layout.table(rows));
    return lines;
  }

  private void add(List<Row> rows, String key, List<String> verbs) {
    if (!verbs.isEmpty()) {
      rows.add(new Row(texts.say(key), String.join(" ", verbs)));
    }
  }

  /** The commands that anybody may meet on this server. */
  private List<CommandEntry> commands(Progress progress) {
    return topics.catalog().commands(progress.protocol().scheme()).stream()
        .filter(entry -> entry.group() != Group.RARE || offered(entry, progress))
        .filter(
            entry ->
                entry.needs().isEmpty() || offered(entry, progress) || unasked(entry, progress))
        .toList();
  }

  /** Not offered, but nobody has asked yet, and most servers know it. */
  private static boolean unasked(CommandEntry entry, Progress progress) {
    boolean usual = progress.protocol() == Protocol.POP3 || entry.group() == Group.LOGIN;
    return usual && !progress.capabilities().extended();
  }

  private static boolean offered(CommandEntry entry, Progress progress) {
    return entry.needs().filter(progress.capabilities()::offers).isPresent();
  }

  /** Whether its turn is now, not always. */
  private static boolean due(CommandEntry entry, Progress progress) {
    return switch (entry.group()) {
      case HELLO ->
          progress.phase() == Phase.HELLO
              || (progress.phase() == Phase.AUTHORIZATION && !progress.capabilities().extended());
      case LOGIN, MAIL -> !entry.phases().containsAll(ANY_TIME);
      case MAILBOX -> true;
      case END ->
          entry.verb().equals("QUIT")
              && (progress.phase() == Phase.AFTER || progress.phase() == Phase.TRANSACTION);
      case ASK, RARE -> false;
    };
  }

  /** All commands of the protocol by what they are for. */
  List<String> protocol(Protocol protocol) {
    List<String> lines = new ArrayList<>();
    for (Group group : Group.values()) {
      List<Row> rows =
          topics.catalog().commands(protocol.scheme()).stream()
              .filter(entry -> entry.group() == group)
              .map(topics::row)
              .toList();
      section(lines, topics.catalog().heading(group), rows);
    }
    return lines;
  }

  /** All commands of smtpterm by what they are for. */
  List<String> local() {
    List<String> lines = new ArrayList<>();
    for (LocalGroup group : LocalGroup.values()) {
      section(lines, heading(group), topics.localRows(group.of(topics.locals())));
    }
    return lines;
  }

  /** All keys. */
  List<String> keys() {
    return layout.table(topics.keyRows());
  }

  private void section(List<String> lines, String heading, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.addAll(layout.paragraph(heading + ":"));
    lines.addAll(layout.table(rows));
  }

  private String heading(LocalGroup group) {
    return texts.say("shell.help.group." + group.name());
  }
}
