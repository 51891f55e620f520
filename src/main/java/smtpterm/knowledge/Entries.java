package smtpterm.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.EnhancedCode;

/** Makes entries that can be shown out of the rows of the catalogue, whatever their kind. */
final class Entries {
  /** {@code X.7.8} stands for all classes, and so does {@code 7.8} alone. */
  private static final Pattern ANY_CLASS = Pattern.compile("(?:[xX]\\.)?([0-9]{1,3}\\.[0-9]{1,3})");

  /** What stands between the lines of an example. */
  private static final String LINE_BREAK = " // ";

  private final Shelf shelf;
  private final EntryRows facts;

  Entries(Shelf shelf) {
    this.shelf = shelf;
    this.facts = new EntryRows(shelf);
  }

  /** All entries of a kind, in the order of their table. */
  List<Entry> all(EntryKind kind) {
    return shelf.rows(kind.table()).stream().map(row -> of(kind, row)).toList();
  }

  /** The entry of this name; a reply or an enhanced code has to be in its registry. */
  Optional<Entry> named(EntryKind kind, String name) {
    return switch (kind) {
      case ENHANCED -> enhanced(name);
      case MECHANISM -> shelf.row(kind.table(), name).or(() -> family(name)).map(r -> of(kind, r));
      default -> shelf.row(kind.table(), name).map(row -> of(kind, row));
    };
  }

  /** A mechanism of this name belongs to this family, such as {@code SCRAM-*}. */
  private Optional<Map<String, String>> family(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return shelf.rows("mechanisms").stream()
        .filter(row -> row.get("mechanism").endsWith("*"))
        .filter(row -> wanted.startsWith(row.get("mechanism").replace("*", "")))
        .findFirst();
  }

  private Optional<Entry> enhanced(String name) {
    Matcher any = ANY_CLASS.matcher(name);
    if (any.matches()) {
      return shelf.row("enhanced", any.group(1)).map(row -> of(EntryKind.ENHANCED, row));
    }
    return code(name)
        .flatMap(
            code ->
                shelf
                    .row("enhanced", code.subject() + "." + code.detail())
                    .map(row -> enhanced(code, row)));
  }

  /** The code that this text is, and nothing else. */
  static Optional<EnhancedCode> code(String text) {
    return EnhancedCode.atStartOf(text).filter(code -> code.toString().equals(text));
  }

  private Entry enhanced(EnhancedCode code, Map<String, String> row) {
    Article article = shelf.article("enhanced", row.get("detail"));
    RowList rows = new RowList(shelf);
    facts.parts(rows, code, article.line());
    facts.enhanced(rows, row);
    if (code.status() == 2) {
      article = new Article(article.line(), article.more(), "", "");
    }
    return entry(EntryKind.ENHANCED, code.toString(), article, rows.ending(article, row));
  }

  /** What can be said about an enhanced code that is in no registry: its parts. */
  Entry unregistered(EnhancedCode code) {
    String detail = shelf.text("enhanced", "detail.unknown");
    RowList rows = new RowList(shelf);
    facts.parts(rows, code, detail);
    String more = shelf.text("entries", "enhanced.unregistered");
    Article article = new Article(detail, more, "", "");
    return entry(EntryKind.ENHANCED, code.toString(), article, rows.ending(article, "RFC 3463 2"));
  }

  /** What can be said about a reply code that is in no registry: its digits. */
  Optional<Entry> unregistered(String code) {
    // One class stands for all digits that no reply may begin with.
    String digit = code.charAt(0) >= '6' ? "6" : code.substring(0, 1);
    return shelf
        .row("classes", digit + "xx")
        .map(
            row -> {
              Article known = shelf.article("classes", row.get("class"));
              String more = shelf.text("entries", "reply.unregistered") + " " + known.more();
              RowList rows = new RowList(shelf);
              facts.digits(rows, code);
              return entry(
                  EntryKind.REPLY,
                  code,
                  new Article(known.line(), more, known.cause(), known.remedy()),
                  rows.ending(known, row));
            });
  }

  private Entry of(EntryKind kind, Map<String, String> row) {
    String name = row.values().iterator().next();
    Article article = shelf.article(kind.table(), name);
    RowList rows = new RowList(shelf);
    facts.add(rows, kind, row);
    shelf
        .row("examples", kind + "." + name)
        .ifPresent(
            example -> rows.add("example", example.get("example").replace(LINE_BREAK, "\n")));
    facts.drawn(rows, kind, row);
    String shown = kind == EntryKind.ENHANCED ? "X." + name : name;
    return entry(kind, shown, article, rows.ending(article, row));
  }

  private Entry entry(EntryKind kind, String name, Article article, List<Entry.Row> rows) {
    return new Entry(
        kind, name, shelf.text("entries", "kind." + kind), article.line(), article.more(), rows);
  }
}
