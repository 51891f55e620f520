package smtpterm.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.EntryKind;
import smtpterm.knowledge.FlawTexts;
import smtpterm.protocol.Command;
import smtpterm.protocol.LineFlaws;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Secrecy;
import smtpterm.protocol.StrictBase64;
import smtpterm.screen.Layout.Row;
import smtpterm.text.Texts;

/**
 * Says what a line means before it is sent, part by part: {@code MAIL} begins a mail, {@code
 * <anna@kolleg.de>} is the sender on the envelope, {@code SIZE=500} tells how long it is.
 */
public final class LineMeaning {
  private final Catalog catalog;
  private final Texts texts;
  private final FlawTexts flawTexts;
  private final String mask;

  /**
   * @param mask what is shown for a secret
   */
  public LineMeaning(Catalog catalog, Texts texts, String mask) {
    this.catalog = Objects.requireNonNull(catalog, "catalog");
    this.texts = Objects.requireNonNull(texts, "texts");
    this.flawTexts = new FlawTexts(texts);
    this.mask = Objects.requireNonNull(mask, "mask");
  }

  /**
   * The parts of the line and what each is, in their order; empty where there is nothing to say.
   *
   * @param progress how the conversation stands
   * @param kind what the line would be, were it sent now
   * @param secretFrom from which index on it must not be repeated, or {@link Secrecy#NOTHING}
   */
  public List<Row> parts(Progress progress, LineKind kind, String line, int secretFrom) {
    boolean secret = secretFrom != Secrecy.NOTHING;
    return switch (kind) {
      case TEXT -> List.of(text(progress, line));
      case ANSWER -> List.of(answer(progress, line, secret));
      case COMMAND ->
          progress.protocol() == Protocol.RAW ? List.of() : command(progress, line, secret);
    };
  }

  /**
   * What is probably wrong with the line, each in a few words; empty for nothing.
   *
   * @param kind what the line would be, were it sent now
   */
  public List<String> flaws(Progress progress, LineKind kind, String line) {
    return LineFlaws.in(progress, kind, line).stream()
        .map(flaw -> flawTexts.brief(flaw, line))
        .distinct()
        .toList();
  }

  private Row text(Progress progress, String line) {
    if (progress.transaction().chunk().isPresent()) {
      return row(line, "typing.meaning.chunk");
    }
    if (line.isEmpty()) {
      return new Row("", texts.say("typing.meaning.empty-line"));
    }
    if (line.equals(".")) {
      return row(line, "typing.meaning.dot");
    }
    if (line.startsWith(".")) {
      return new Row(line, texts.say("typing.meaning.stuffed", "." + line));
    }
    int colon = line.indexOf(':');
    Optional<Entry> field =
        colon < 1 ? Optional.empty() : catalog.entry(EntryKind.HEADER, line.substring(0, colon));
    return field
        .map(
            f -> new Row(line.substring(0, colon + 1), texts.say("typing.meaning.field", f.line())))
        .orElseGet(() -> row(line, "typing.meaning.text"));
  }

  private Row answer(Progress progress, String line, boolean secret) {
    if (line.equals("*")) {
      return row(line, "typing.meaning.cancel");
    }
    boolean user =
        progress
            .exchange()
            .filter(e -> e.mechanism().equals("LOGIN") && !e.secretDue())
            .isPresent();
    String what = texts.say(user ? "typing.meaning.user" : "typing.meaning.answer");
    if (secret) {
      return new Row(mask, what);
    }
    return new Row(line, decoded(line).map(d -> what + ": " + d).orElse(what));
  }

  private static Optional<String> decoded(String base64) {
    StrictBase64.Verdict verdict = StrictBase64.judge(base64);
    return verdict.kind() == StrictBase64.Kind.TEXT
        ? Optional.of(verdict.text().replace("\0", "\\0"))
        : Optional.empty();
  }

  private List<Row> command(Progress progress, String line, boolean secret) {
    String verb = line.strip().split("[ \t]+", 2)[0];
    Command command = new Command(line.strip());
    Optional<CommandEntry> known = catalog.command(progress.protocol().scheme(), command.verb());
    if (verb.isEmpty()) {
      return List.of(row("", "typing.meaning.nothing"));
    }
    if (known.isEmpty()) {
      return List.of(row(verb, "typing.meaning.unknown"));
    }
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(verb, known.get().article().line()));
    String rest = line.strip().substring(verb.length()).strip();
    if (!rest.isEmpty()) {
      switch (command.verb()) {
        case "MAIL", "RCPT" -> path(rows, command.verb(), rest);
        case "AUTH" -> auth(rows, rest, secret);
        default -> rows.addAll(placeholders(known.get().syntax(), secret ? mask : rest));
      }
    }
    return rows;
  }

  private void path(List<Row> rows, String verb, String rest) {
    int open = rest.indexOf('<');
    int close = rest.indexOf('>', Math.max(open, 0));
    if (open < 0 || close < 0) {
      // What is wrong with it is said by its flaw.
      return;
    }
    String path = rest.substring(open, close + 1);
    boolean sender = verb.equals("MAIL");
    rows.add(
        row(
            path,
            !sender
                ? "typing.meaning.recipient"
                : path.equals("<>") ? "typing.meaning.null-sender" : "typing.meaning.sender"));
    for (String parameter : rest.substring(close + 1).strip().split("[ \t]+", 0)) {
      String name = parameter.split("=", 2)[0].toUpperCase(Locale.ROOT);
      catalog.parameters(verb).stream()
          .filter(entry -> entry.name().equals(name))
          .findFirst()
          .ifPresent(entry -> rows.add(new Row(parameter, entry.article().line())));
    }
  }

  private void auth(List<Row> rows, String rest, boolean secret) {
    String[] words = rest.split("[ \t]+", 2);
    String mechanism = words[0].toUpperCase(Locale.ROOT);
    catalog
        .mechanism(mechanism)
        .ifPresent(entry -> rows.add(new Row(words[0], entry.article().line())));
    if (words.length > 1) {
      String what =
          texts.say(mechanism.equals("LOGIN") ? "typing.meaning.user" : "typing.meaning.initial");
      Optional<String> plain = secret ? Optional.empty() : decoded(words[1]);
      rows.add(new Row(secret ? mask : words[1], plain.map(p -> what + ": " + p).orElse(what)));
    }
  }

  /** {@code TOP n lines} and {@code 1 10}: the 1 is n, the 10 is lines. */
  private List<Row> placeholders(String syntax, String rest) {
    List<Row> rows = new ArrayList<>();
    String[] names = syntax.replace("[", "").replace("]", "").split(" ", 0);
    String[] words = rest.split("[ \t]+", Math.max(1, names.length - 1));
    for (int i = 0; i < words.length && i + 1 < names.length; i++) {
      rows.add(new Row(words[i], texts.say("typing.meaning.place", names[i + 1], syntax)));
    }
    return rows;
  }

  private Row row(String term, String key) {
    return new Row(term, texts.say(key));
  }
}
