package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.knowledge.Base64Anatomy;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.StrictBase64;
import smtpterm.sasl.Base64Line;
import smtpterm.screen.Layout.Row;
import smtpterm.screen.TlsWords;
import smtpterm.session.SessionView;

/**
 * The table of local commands: it feeds {@code /help}, Tab and what happens at Enter.
 *
 * <p>A larger command has a class of its own; the small ones are methods here.
 */
final class LocalCommands {
  private final Conversation conversation;
  private final Screen screen;
  private final SetCommand set;
  private final Topics topics;
  private final List<LocalCommand> table = new ArrayList<>();

  LocalCommands(
      Conversation conversation,
      Screen screen,
      Settings settings,
      Topics topics,
      LineEditor editor) {
    this.conversation = conversation;
    this.screen = screen;
    this.topics = topics;
    Lookups lookups = new Lookups(conversation, screen, topics);
    add("help", LocalCommand.described(lookups::completeHelp, lookups::describe), lookups::help);
    add("why", LocalCommand.described(lookups::complete, lookups::describe), lookups::why);
    add("disconnect", LocalCommand.nothing(), argument -> disconnect());
    add("status", LocalCommand.nothing(), argument -> status());
    add("base64", LocalCommand.words("-d ", "--anatomy "), this::base64);
    set = new SetCommand(settings, screen, conversation);
    add("set", LocalCommand.described(SetCommand::complete, set::describe), set::run);
    shortcut(Preference.EXPLAIN);
    shortcut(Preference.REVEAL);
    shortcut(Preference.WIRE);
    shortcut(Preference.LANG);
    add("clear", LocalCommand.nothing(), argument -> editor.wipe());
  }

  private void shortcut(Preference preference) {
    String[] values = preference.choices().toArray(new String[0]);
    add(
        preference.key(),
        LocalCommand.described(
            LocalCommand.words(values), value -> set.describe(preference.key() + " " + value)),
        set.shortFor(preference));
  }

  /** Adds a command that is made elsewhere. */
  void add(String name, LocalCommand.Completer completer, LocalCommand.Action action) {
    table.add(new LocalCommand(name, completer, action));
  }

  /** All commands, in the order of {@code /help}. */
  List<LocalCommand> table() {
    return table;
  }

  /** Whether the history may have it: not what is turned into Base64, often a password. */
  boolean memorable(String line) {
    return !line.startsWith("/base64");
  }

  /**
   * Does what was typed.
   *
   * @param line with its slash
   */
  void run(String line) {
    int blank = line.indexOf(' ');
    String name = blank < 0 ? line.substring(1) : line.substring(1, blank);
    String argument = blank < 0 ? "" : line.substring(blank + 1).strip();
    screen.local(line);
    Optional<LocalCommand> command = topics.local(name);
    if (command.isPresent()) {
      command.get().action().run(argument);
      return;
    }
    Optional<String> near = topics.near(name);
    if (near.isPresent()) {
      screen.say("shell.unknown.near", "/" + name, "/" + near.get());
    } else {
      screen.say("shell.unknown", "/" + name);
    }
  }

  private void disconnect() {
    if (conversation.open()) {
      conversation.disconnect();
    } else {
      screen.say("shell.not-connected");
    }
  }

  private void status() {
    Optional<SessionView> view = conversation.view();
    if (view.isEmpty() || !conversation.open()) {
      screen.say("shell.not-connected");
      return;
    }
    Progress progress = view.get().progress();
    List<Row> rows = new ArrayList<>();
    rows.add(row("server", conversation.target().map(Object::toString).orElse("")));
    rows.add(row("encryption", new TlsWords(screen.texts()).brief(view.get().tls())));
    if (conversation.distrusted()) {
      rows.add(row("trust", screen.texts().say("typing.status.distrusted")));
    }
    boolean lhlo = progress.protocol() == Protocol.LMTP && progress.phase() == Phase.HELLO;
    rows.add(
        row("phase", lhlo ? "LHLO" : screen.texts().say("shell.phase." + progress.phase().name())));
    if (progress.loggedIn()) {
      rows.add(
          row(
              "user",
              progress.user().isEmpty()
                  ? screen.texts().say("typing.status.logged-in")
                  : progress.user()));
    }
    if (!progress.capabilities().keywords().isEmpty()) {
      rows.add(row("offered", String.join(" ", progress.capabilities().keywords().keySet())));
    }
    if (!progress.reversePath().isEmpty()) {
      rows.add(row("from", progress.reversePath()));
    }
    if (!progress.recipients().isEmpty()) {
      rows.add(row("to", String.join(", ", progress.recipients())));
    }
    screen.table(rows);
    screen.states(progress);
  }

  private Row row(String name, String value) {
    return new Row(screen.texts().say("typing.status.row." + name), value);
  }

  private void base64(String argument) {
    if (argument.startsWith("--anatomy")) {
      anatomy(argument.substring("--anatomy".length()).strip());
    } else if (argument.isEmpty()) {
      screen.say("shell.base64.what");
    } else if (argument.equals("-d") || argument.startsWith("-d ")) {
      decode(argument.substring(2).strip());
    } else {
      screen.verbatim(List.of(Base64Line.encodeTyped(argument, true)));
    }
  }

  private void anatomy(String text) {
    Base64Anatomy anatomy = new Base64Anatomy(screen.texts());
    boolean back = text.startsWith("-d ");
    if (text.isEmpty()) {
      screen.say("shell.base64.what");
    } else {
      screen.verbatim(
          back ? anatomy.decoding(text.substring(3).strip()) : anatomy.encoding(text, true));
    }
  }

  private void decode(String text) {
    StrictBase64.Verdict verdict = StrictBase64.judge(text);
    switch (verdict.kind()) {
      case TEXT -> screen.verbatim(List.of(verdict.text().replace("\0", "\\0")));
      case BINARY -> screen.say("shell.base64.no-text");
      case FOREIGN_CHARACTER -> screen.say("shell.base64.foreign", verdict.position() + 1);
      case WRONG_LENGTH -> screen.say("shell.base64.length", text.length());
      case LEFTOVER_BITS -> screen.say("shell.base64.leftover", verdict.position() + 1);
    }
  }
}
