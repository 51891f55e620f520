package smtpterm.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import smtpterm.protocol.EnhancedCode;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.text.Texts;

/**
 * Everything there is to know, by name: {@code command("MAIL")}, {@code reply("550")}, {@code
 * keyword("SIZE")}.
 *
 * <p>Entries speak the language that the {@link Texts} speak when they are asked for. Files are
 * read when first needed. Names are taken in any case of letters. Safe for several threads.
 */
public final class Catalog {
  private static final String POP3 = Protocol.POP3.scheme();
  private static final Set<Phase> IDLE = EnumSet.of(Phase.AUTH, Phase.MAIL, Phase.AFTER);
  private static final Set<Phase> ANY =
      EnumSet.of(Phase.HELLO, Phase.AUTH, Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.AFTER);

  private final Shelf shelf;
  private final Entries entries;
  private final Lookup lookup;
  private final Map<String, List<CommandEntry>> commands = new ConcurrentHashMap<>();

  /** Speaks as these texts do. */
  public Catalog(Texts texts) {
    shelf = new Shelf(texts);
    entries = new Entries(shelf);
    lookup = new Lookup(shelf, entries, new KeywordRows(new Phrases(texts), this));
  }

  /** All entries of a kind, in the order of the catalogue; those met most often come first. */
  public List<Entry> entries(EntryKind kind) {
    return entries.all(kind);
  }

  /** The entry of this kind and name, in full. */
  public Optional<Entry> entry(EntryKind kind, String name) {
    return entries.named(kind, name);
  }

  /** The heading of a list of this kind, such as {@code Reply codes}. */
  public String heading(EntryKind kind) {
    return shelf.text("entries", "heading." + kind);
  }

  /**
   * What there is about a word, a code, a port or a whole line of either side: {@code 550}, {@code
   * 5.7.8}, {@code AUTH}, {@code 250-SIZE 1000}, {@code Subject: hello}.
   *
   * @param text may come from anywhere; only its first part is looked at
   */
  public Found find(String text) {
    return lookup.find(text);
  }

  /**
   * Everything about a reply, whatever it answers: its code digit by digit, then its enhanced code;
   * none for a reply without a code.
   */
  public List<Entry> about(Reply reply) {
    return lookup.about(reply);
  }

  /**
   * The commands of a dialect, such as {@code smtp}, in the order in which they are offered; none
   * for a dialect that the catalogue does not know.
   */
  public List<CommandEntry> commands(String dialect) {
    // A prompt asks for them at each key.
    return commands.computeIfAbsent(
        dialect + " " + shelf.language().tag(), known -> readCommands(dialect));
  }

  private List<CommandEntry> readCommands(String dialect) {
    if (dialect.equals(POP3)) {
      return shelf.rows("pop3commands").stream().map(this::pop3Command).toList();
    }
    return shelf.rows("commands").stream()
        .filter(row -> Shelf.words(row, "dialects").contains(dialect))
        .map(this::command)
        .toList();
  }

  /** The verbs of a dialect alone, in the same order. */
  List<String> verbs(String dialect) {
    if (dialect.equals(POP3)) {
      return shelf.rows("pop3commands").stream().map(row -> row.get("verb")).toList();
    }
    return shelf.rows("commands").stream()
        .filter(row -> Shelf.words(row, "dialects").contains(dialect))
        .map(row -> row.get("verb"))
        .toList();
  }

  /** The command of this verb in SMTP or LMTP. */
  public Optional<CommandEntry> command(String verb) {
    return shelf.row("commands", verb).map(this::command);
  }

  /** The command of this verb in the dialect of this name. */
  public Optional<CommandEntry> command(String dialect, String verb) {
    return dialect.equals(POP3)
        ? shelf.row("pop3commands", verb).map(this::pop3Command)
        : command(verb);
  }

  /** What may stand behind the address of this command, in the order of the catalogue. */
  public List<ParameterEntry> parameters(String verb) {
    return shelf.rows("parameters").stream()
        .filter(row -> Shelf.words(row, "on").contains(verb.toUpperCase(Locale.ROOT)))
        .map(this::parameter)
        .toList();
  }

  /** All reply codes, in their order. */
  public List<ReplyEntry> replies() {
    return shelf.rows("replies").stream().map(this::reply).toList();
  }

  /** The reply code of these three digits. */
  public Optional<ReplyEntry> reply(String code) {
    return shelf.row("replies", code).map(this::reply);
  }

  /** All keywords of answers to EHLO; those met most often come first. */
  public List<KeywordEntry> keywords() {
    return shelf.rows("keywords").stream().map(this::keyword).toList();
  }

  /** The keyword of this name. */
  public Optional<KeywordEntry> keyword(String name) {
    return shelf.row("keywords", name).map(this::keyword);
  }

  /** All ways of logging in; those met most often come first. */
  public List<MechanismEntry> mechanisms() {
    return shelf.rows("mechanisms").stream().map(this::mechanism).toList();
  }

  /** The mechanism of this name, or else the family that it belongs to. */
  public Optional<MechanismEntry> mechanism(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return shelf
        .row("mechanisms", wanted)
        .or(
            () ->
                shelf.rows("mechanisms").stream()
                    .filter(row -> inFamily(row.get("mechanism"), wanted))
                    .findFirst())
        .map(this::mechanism);
  }

  /** All pairs of subject and detail, in their order. */
  public List<EnhancedEntry> enhanced() {
    return shelf.rows("enhanced").stream().map(this::enhanced).toList();
  }

  /** Subject and detail of this code, if they are registered. */
  public Optional<EnhancedEntry> enhanced(EnhancedCode code) {
    return shelf.row("enhanced", code.subject() + "." + code.detail()).map(this::enhanced);
  }

  /** The class of an enhanced code in a word or two, such as {@code success}. */
  public String statusOf(EnhancedCode code) {
    return shelf.text("enhanced", "class." + code.status());
  }

  /** The subject of an enhanced code in a word or two, such as {@code mailbox}. */
  public String subjectOf(EnhancedCode code) {
    Properties bundle = shelf.bundle("enhanced");
    return bundle.getProperty(
        "subject." + code.subject(), bundle.getProperty("subject.unknown", ""));
  }

  /** The detail of an enhanced code in a few words, such as {@code no such mailbox}. */
  public String detailOf(EnhancedCode code) {
    return enhanced(code)
        .map(entry -> entry.article().line())
        .orElseGet(() -> shelf.text("enhanced", "detail.unknown"));
  }

  private CommandEntry command(Map<String, String> row) {
    return new CommandEntry(
        row.get("verb"),
        shelf.filled(row.get("syntax")),
        phases(Shelf.words(row, "phases")),
        Optional.of(row.get("needs")).filter(needs -> !needs.isEmpty()),
        row.get("login").isEmpty()
            ? CommandEntry.Login.ANY
            : CommandEntry.Login.valueOf(row.get("login").toUpperCase(Locale.ROOT)),
        group(row),
        shelf.article("commands", row.get("verb")),
        row.get("source"));
  }

  private CommandEntry pop3Command(Map<String, String> row) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    Shelf.words(row, "states").forEach(state -> phases.add(Phase.valueOf(state)));
    String verb = row.get("verb");
    if (verb.equals("PASS") || verb.equals("QUIT")) {
      phases.add(Phase.PASSWORD);
    }
    if (verb.equals("PASS")) {
      // Before USER it is refused.
      phases.remove(Phase.AUTHORIZATION);
    }
    return new CommandEntry(
        verb,
        shelf.filled(row.get("syntax")),
        phases,
        Optional.of(row.get("needs")).filter(needs -> !needs.isEmpty()),
        CommandEntry.Login.ANY,
        group(row),
        shelf.article("pop3commands", verb),
        row.get("source"));
  }

  private static CommandEntry.Group group(Map<String, String> row) {
    return CommandEntry.Group.valueOf(row.get("group").toUpperCase(Locale.ROOT));
  }

  /** What a group of commands is for, such as {@code Sending a mail}. */
  public String heading(CommandEntry.Group group) {
    return shelf.text("entries", "group." + group);
  }

  private ParameterEntry parameter(Map<String, String> row) {
    return new ParameterEntry(
        row.get("parameter"),
        Set.copyOf(Shelf.words(row, "on")),
        shelf.filled(row.get("syntax")),
        row.get("needs"),
        shelf.article("parameters", row.get("parameter")),
        row.get("source"));
  }

  private ReplyEntry reply(Map<String, String> row) {
    return new ReplyEntry(
        row.get("code"), shelf.article("replies", row.get("code")), row.get("source"));
  }

  private KeywordEntry keyword(Map<String, String> row) {
    return new KeywordEntry(
        row.get("keyword"),
        shelf.filled(row.get("arguments")),
        Shelf.words(row, "commands"),
        Shelf.words(row, "parameters"),
        KeywordEntry.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
        shelf.article("keywords", row.get("keyword")),
        row.get("source"));
  }

  private MechanismEntry mechanism(Map<String, String> row) {
    return new MechanismEntry(
        row.get("mechanism"),
        MechanismEntry.Usage.valueOf(row.get("usage").toUpperCase(Locale.ROOT)),
        shelf.article("mechanisms", row.get("mechanism")),
        row.get("source"));
  }

  private EnhancedEntry enhanced(Map<String, String> row) {
    String name = row.get("detail");
    return new EnhancedEntry(
        name,
        shelf.text("enhanced", "subject." + name.substring(0, name.indexOf('.'))),
        shelf.article("enhanced", name),
        Shelf.words(row, "codes"),
        row.get("source"));
  }

  private static Set<Phase> phases(List<String> names) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    for (String name : names) {
      switch (name) {
        case "any" -> phases.addAll(ANY);
        case "idle" -> phases.addAll(IDLE);
        default -> phases.add(Phase.valueOf(name));
      }
    }
    return phases;
  }

  private static boolean inFamily(String family, String name) {
    return family.endsWith("*") && name.startsWith(family.substring(0, family.length() - 1));
  }
}
