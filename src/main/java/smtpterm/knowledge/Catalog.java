package smtpterm.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.EnhancedCode;
import smtpterm.protocol.Phase;
import smtpterm.text.Texts;

/**
 * Everything there is to know, by name: {@code command("MAIL")}, {@code reply("550")}, {@code
 * keyword("SIZE")}.
 *
 * <p>Entries speak the language that the {@link Texts} speak when they are asked for. Files are
 * read when first needed. Names are taken in any case of letters. Safe for several threads.
 */
public final class Catalog {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)\\}");
  private static final Set<Phase> IDLE = EnumSet.of(Phase.AUTH, Phase.MAIL, Phase.AFTER);
  private static final Set<Phase> ANY =
      EnumSet.of(Phase.HELLO, Phase.AUTH, Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.AFTER);

  private final Texts texts;
  private final Facts facts = new Facts();

  /** Speaks as these texts do. */
  public Catalog(Texts texts) {
    this.texts = texts;
  }

  /**
   * The commands of a dialect, such as {@code smtp}, in the order in which they are offered; none
   * for a dialect that the catalogue does not know.
   */
  public List<CommandEntry> commands(String dialect) {
    return facts.table("commands").values().stream()
        .filter(row -> words(row, "dialects").contains(dialect))
        .map(this::command)
        .toList();
  }

  /** The verbs of a dialect alone, in the same order. */
  List<String> verbs(String dialect) {
    return facts.table("commands").values().stream()
        .filter(row -> words(row, "dialects").contains(dialect))
        .map(row -> row.get("verb"))
        .toList();
  }

  /** The command of this verb, whatever its dialect. */
  public Optional<CommandEntry> command(String verb) {
    return row("commands", verb).map(this::command);
  }

  /** What may stand behind the address of this command, in the order of the catalogue. */
  public List<ParameterEntry> parameters(String verb) {
    return facts.table("parameters").values().stream()
        .filter(row -> words(row, "on").contains(verb.toUpperCase(Locale.ROOT)))
        .map(this::parameter)
        .toList();
  }

  /** All reply codes, in their order. */
  public List<ReplyEntry> replies() {
    return facts.table("replies").values().stream().map(this::reply).toList();
  }

  /** The reply code of these three digits. */
  public Optional<ReplyEntry> reply(String code) {
    return row("replies", code).map(this::reply);
  }

  /** All keywords of answers to EHLO; those met most often come first. */
  public List<KeywordEntry> keywords() {
    return facts.table("keywords").values().stream().map(this::keyword).toList();
  }

  /** The keyword of this name. */
  public Optional<KeywordEntry> keyword(String name) {
    return row("keywords", name).map(this::keyword);
  }

  /** All ways of logging in; those met most often come first. */
  public List<MechanismEntry> mechanisms() {
    return facts.table("mechanisms").values().stream().map(this::mechanism).toList();
  }

  /** The mechanism of this name, or else the family that it belongs to. */
  public Optional<MechanismEntry> mechanism(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return row("mechanisms", wanted)
        .or(
            () ->
                facts.table("mechanisms").values().stream()
                    .filter(row -> inFamily(row.get("mechanism"), wanted))
                    .findFirst())
        .map(this::mechanism);
  }

  /** All pairs of subject and detail, in their order. */
  public List<EnhancedEntry> enhanced() {
    return facts.table("enhanced").values().stream().map(this::enhanced).toList();
  }

  /** Subject and detail of this code, if they are registered. */
  public Optional<EnhancedEntry> enhanced(EnhancedCode code) {
    return row("enhanced", code.subject() + "." + code.detail()).map(this::enhanced);
  }

  /** The class of an enhanced code in a word or two, such as {@code success}. */
  public String statusOf(EnhancedCode code) {
    return text("enhanced", "class." + code.status());
  }

  /** The subject of an enhanced code in a word or two, such as {@code mailbox}. */
  public String subjectOf(EnhancedCode code) {
    Properties bundle = texts.bundle("knowledge/enhanced");
    return bundle.getProperty(
        "subject." + code.subject(), bundle.getProperty("subject.unknown", ""));
  }

  /** The detail of an enhanced code in a few words, such as {@code no such mailbox}. */
  public String detailOf(EnhancedCode code) {
    return enhanced(code)
        .map(entry -> entry.article().line())
        .orElseGet(() -> text("enhanced", "detail.unknown"));
  }

  private CommandEntry command(Map<String, String> row) {
    return new CommandEntry(
        row.get("verb"),
        filled(row.get("syntax")),
        phases(words(row, "phases")),
        Optional.of(row.get("needs")).filter(needs -> !needs.isEmpty()),
        row.get("login").isEmpty()
            ? CommandEntry.Login.ANY
            : CommandEntry.Login.valueOf(row.get("login").toUpperCase(Locale.ROOT)),
        article("commands", row.get("verb")),
        row.get("source"));
  }

  private ParameterEntry parameter(Map<String, String> row) {
    return new ParameterEntry(
        row.get("parameter"),
        Set.copyOf(words(row, "on")),
        filled(row.get("syntax")),
        row.get("needs"),
        article("parameters", row.get("parameter")),
        row.get("source"));
  }

  private ReplyEntry reply(Map<String, String> row) {
    return new ReplyEntry(row.get("code"), article("replies", row.get("code")), row.get("source"));
  }

  private KeywordEntry keyword(Map<String, String> row) {
    return new KeywordEntry(
        row.get("keyword"),
        filled(row.get("arguments")),
        words(row, "commands"),
        words(row, "parameters"),
        KeywordEntry.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
        article("keywords", row.get("keyword")),
        row.get("source"));
  }

  private MechanismEntry mechanism(Map<String, String> row) {
    return new MechanismEntry(
        row.get("mechanism"),
        MechanismEntry.Usage.valueOf(row.get("usage").toUpperCase(Locale.ROOT)),
        article("mechanisms", row.get("mechanism")),
        row.get("source"));
  }

  private EnhancedEntry enhanced(Map<String, String> row) {
    String name = row.get("detail");
    return new EnhancedEntry(
        name,
        text("enhanced", "subject." + name.substring(0, name.indexOf('.'))),
        article("enhanced", name),
        words(row, "codes"),
        row.get("source"));
  }

  private Optional<Map<String, String>> row(String table, String name) {
    return Optional.ofNullable(facts.table(table).get(name.toUpperCase(Locale.ROOT)));
  }

  private Article article(String file, String key) {
    return new Article(
        text(file, key),
        text(file, key + ".more"),
        text(file, key + ".cause"),
        text(file, key + ".remedy"));
  }

  private String text(String file, String key) {
    return texts.bundle("knowledge/" + file).getProperty(key, "");
  }

  private String filled(String syntax) {
    Properties places = texts.bundle("knowledge/places");
    return PLACE
        .matcher(syntax)
        .replaceAll(m -> Matcher.quoteReplacement(places.getProperty(m.group(1), m.group(1))));
  }

  private static List<String> words(Map<String, String> row, String column) {
    String cell = row.get(column);
    return cell.isEmpty() ? List.of() : List.of(cell.split(" +", -1));
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
