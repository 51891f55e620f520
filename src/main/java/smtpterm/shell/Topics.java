package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Spelling;
import smtpterm.screen.Layout.Row;
import smtpterm.text.Texts;
import smtpterm.typing.Hints;
import smtpterm.typing.Suggestion;

/** What can be asked about and completed: the local commands, the keys, the protocol's commands. */
final class Topics {
  private static final List<String> KEYS =
      List.of("tab", "right", "up", "search", "f6", "f7", "f1", "f2", "interrupt", "end");

  private final Catalog catalog;
  private final Texts texts;
  private final Supplier<List<LocalCommand>> locals;
  private final WordHelp words;

  Topics(Catalog catalog, Texts texts, Supplier<List<LocalCommand>> locals) {
    this.catalog = catalog;
    this.texts = texts;
    this.locals = locals;
    this.words = new WordHelp(catalog, texts);
  }

  Catalog catalog() {
    return catalog;
  }

  Texts texts() {
    return texts;
  }

  /** The local command of this name, given without its slash. */
  Optional<LocalCommand> local(String name) {
    return locals.get().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The local command that was probably meant, if one is near enough. */
  Optional<String> near(String name) {
    return Spelling.nearest(name, locals.get().stream().map(LocalCommand::name).toList());
  }

  /** All local commands. */
  List<LocalCommand> locals() {
    return locals.get();
  }

  /** These local commands with what they do. */
  List<Row> localRows(List<LocalCommand> commands) {
    List<Row> rows = new ArrayList<>();
    for (LocalCommand command : commands) {
      rows.add(new Row(usage(command), texts.say("shell.local." + command.name() + ".line")));
    }
    return rows;
  }

  /** The keys that are worth knowing. */
  List<Row> keyRows() {
    List<Row> rows = new ArrayList<>();
    for (String key : KEYS) {
      rows.add(new Row(texts.say("shell.keys." + key), texts.say("shell.keys." + key + ".line")));
    }
    return rows;
  }

  /** The names of the keys, such as {@code F6} and {@code Alt-6}. */
  List<String> keyNames() {
    return KEYS.stream().flatMap(key -> names(key).stream()).toList();
  }

  private List<String> names(String key) {
    return List.of(texts.say("shell.keys." + key).split(", ", -1));
  }

  /** Help for a key of this name; empty when there is nothing about it. */
  List<String> keyHelp(String name) {
    String wanted = inEnglish(name.replace('+', '-'));
    return KEYS.stream()
        .filter(
            key -> names(key).stream().map(Topics::inEnglish).anyMatch(wanted::equalsIgnoreCase))
        .findFirst()
        .map(
            key ->
                List.of(
                    texts.say("shell.keys." + key),
                    texts.say("shell.keys." + key + ".line"),
                    texts.say("shell.keys." + key + ".help")))
        .orElse(List.of());
  }

  /** The key that German keyboards call Strg is Ctrl elsewhere, and known under both names. */
  private static String inEnglish(String key) {
    return key.replaceFirst("^(?i)Strg-", "Ctrl-");
  }

  /** A command of the protocol in a list: its form and what it does. */
  Row row(CommandEntry entry) {
    // What may be left out would only make the column wide; /help MAIL shows it.
    int optional = entry.syntax().indexOf(" [");
    String needed = optional < 0 ? entry.syntax() : entry.syntax().substring(0, optional);
    return new Row(needed, entry.article().line());
  }

  /** Help for a local command with an example; empty when there is none of that name. */
  List<String> localHelp(String name) {
    List<String> about = new ArrayList<>(aboutLocal(name));
    if (!about.isEmpty()) {
      String key = "shell.local." + word(about.get(0)).substring(1) + ".example";
      if (texts.knows(key)) {
        about.add(texts.say("shell.help.example", texts.say(key)));
      }
    }
    return about;
  }

  /** Help for a local command; empty when there is none of that name. */
  List<String> aboutLocal(String name) {
    return local(name.startsWith("/") ? name.substring(1) : name.toLowerCase(Locale.ROOT))
        .map(c -> List.of(usage(c), texts.say("shell.local." + c.name() + ".help")))
        .orElse(List.of());
  }

  /** The names of the local commands, without their slash. */
  List<String> localNames() {
    return locals.get().stream().map(LocalCommand::name).toList();
  }

  /**
   * Help for the word at the cursor, for F1: a few paragraphs, the most important first.
   *
   * @param cursor from 0 to the length of the line
   */
  List<String> aboutWord(String line, int cursor, LineKind kind, String dialect) {
    List<String> said =
        switch (kind) {
          case ANSWER -> List.of(texts.say("shell.help.answer"));
          case TEXT -> words.inText(line);
          case COMMAND ->
              line.startsWith("/") && !line.startsWith("//")
                  ? local(line, cursor, dialect)
                  : words.inCommand(line, cursor, dialect);
        };
    if (!said.isEmpty()) {
      return said;
    }
    return List.of(texts.say(kind == LineKind.TEXT ? "shell.help.text" : "shell.help.short"));
  }

  /** A local command, or what stands behind one that asks about something. */
  private List<String> local(String line, int cursor, String dialect) {
    String name = word(line);
    int behind = Math.min(line.length(), name.length() + 1);
    String asked = line.substring(behind);
    if ((name.equals("/help") || name.equals("/why")) && cursor >= behind && !asked.isBlank()) {
      List<String> said =
          asked.startsWith("/")
              ? aboutLocal(word(asked))
              : words.inCommand(asked, cursor - behind, dialect);
      return said.isEmpty() ? aboutLocal(name) : said;
    }
    List<String> about = aboutLocal(name);
    if (!about.isEmpty()) {
      String whole = local(name.substring(1)).orElseThrow().name();
      String does = texts.say("shell.local." + whole + ".line");
      return List.of(about.get(0), does, about.get(1), texts.say("shell.word.more", name));
    }
    return near(name.substring(1))
        .map(near -> List.of(texts.say("shell.unknown.near", name, "/" + near)))
        .orElse(List.of());
  }

  private static String word(String line) {
    int blank = line.indexOf(' ');
    return blank < 0 ? line : line.substring(0, blank);
  }

  /** The rest of a local command's usage behind what is typed. */
  String localHint(String line) {
    if (line.length() < 2) {
      return "";
    }
    int blank = line.indexOf(' ');
    if (line.startsWith("/set ")) {
      Optional<String> value = SetCommand.hint(line.substring(blank + 1));
      if (value.isPresent()) {
        return value.get();
      }
    }
    for (LocalCommand command : locals.get()) {
      String name = "/" + command.name();
      if (blank < 0 ? name.startsWith(line) : line.startsWith(name + " ")) {
        return Hints.rest(usage(command), line);
      }
    }
    return "";
  }

  /** Says that there is no local command that is called or begins so; empty when there is. */
  String localFlaw(String line) {
    String name = word(line).substring(1);
    boolean alone = name.length() + 1 == line.length();
    for (LocalCommand command : locals.get()) {
      if (alone ? command.name().startsWith(name) : command.name().equals(name)) {
        return "";
      }
    }
    String shown = "/" + name;
    return near(name)
        .map(meant -> texts.say("typing.flaw.local.near", shown, meant))
        .orElseGet(() -> texts.say("typing.flaw.local", shown));
  }

  /** What Tab offers for a local command. */
  List<Suggestion> completeLocal(String line) {
    List<Suggestion> suggestions = new ArrayList<>();
    int blank = line.indexOf(' ');
    if (blank < 0) {
      for (LocalCommand command : locals.get()) {
        String whole = "/" + command.name();
        if (whole.startsWith(line)) {
          String does = texts.say("shell.local." + command.name() + ".line");
          String usage = usage(command);
          suggestions.add(Suggestion.of(Hints.stem(usage), usage, does));
        }
      }
      return suggestions;
    }
    String argument = line.substring(blank + 1);
    local(line.substring(1, blank))
        .ifPresent(
            command -> {
              for (String whole : command.completer().complete(argument)) {
                suggestions.add(
                    Suggestion.of(
                        line.substring(0, blank + 1) + goneOn(argument, whole),
                        whole,
                        meaning(command, whole)));
              }
            });
    return suggestions;
  }

  /** What is typed stays as it is, whatever the case of its letters. */
  private static String goneOn(String typed, String whole) {
    return whole.regionMatches(true, 0, typed, 0, typed.length())
        ? typed + whole.substring(typed.length())
        : whole;
  }

  private String meaning(LocalCommand command, String whole) {
    String words = whole.strip();
    String key =
        "shell.choice." + command.name() + "." + words.substring(words.lastIndexOf(' ') + 1);
    String own = command.completer().describe(whole);
    return own.isEmpty() && texts.knows(key) ? texts.say(key) : own;
  }

  private String usage(LocalCommand command) {
    String key = "shell.local." + command.name() + ".arguments";
    return "/" + command.name() + (texts.knows(key) ? " " + texts.say(key) : "");
  }
}
