package smtpterm.knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Rows of facts and the sentences that belong to them, in the language spoken now. */
final class Shelf {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)\\}");

  private final Texts texts;
  private final Facts facts = new Facts();

  Shelf(Texts texts) {
    this.texts = texts;
  }

  /** The language spoken now. */
  Language language() {
    return texts.language();
  }

  /** All rows of a table, in their order. */
  Collection<Map<String, String>> rows(String table) {
    return facts.table(table).values();
  }

  /** All names of a table, in their order. */
  Collection<String> names(String table) {
    return facts.table(table).keySet();
  }

  /** The row of this name, in any case of letters. */
  Optional<Map<String, String>> row(String table, String name) {
    Map<String, String> row = facts.table(table).get(name.toUpperCase(Locale.ROOT));
    if (row != null) {
      return Optional.of(row);
    }
    return names(table).stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(facts.table(table)::get);
  }

  /** What is said about an entry; its parts are empty where nothing is said. */
  Article article(String file, String key) {
    return new Article(
        text(file, key),
        text(file, key + ".more"),
        text(file, key + ".cause"),
        text(file, key + ".remedy"));
  }

  /** One sentence, or empty. */
  String text(String file, String key) {
    return bundle(file).getProperty(key, "");
  }

  /** All sentences of a file. */
  Properties bundle(String file) {
    return texts.bundle("knowledge/" + file);
  }

  /** {@code RCPT TO:<address>} for {@code RCPT TO:<{address}>}. */
  String filled(String syntax) {
    Properties places = bundle("places");
    return PLACE
        .matcher(syntax)
        .replaceAll(m -> Matcher.quoteReplacement(places.getProperty(m.group(1), m.group(1))));
  }

  /** The words of a cell; none for an empty one. */
  static List<String> words(Map<String, String> row, String column) {
    String cell = row.get(column);
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" +", -1));
  }
}
