package smtpterm.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any entry of the catalogue in full, ready to be shown: {@code 550}, {@code AUTH}, {@code 587}.
 *
 * <p>To show it: name and kind, the line, the long text as a paragraph, then the rows as two
 * columns. Everything is in the language that was spoken when it was asked for, and all of it is
 * text of smtpterm itself, unless somebody asked for a name that is not in the catalogue.
 *
 * @param kind what it is
 * @param name as it is written in the protocol, such as {@code 5.7.8} or {@code Message-ID}
 * @param kindName what it is, in words, such as {@code reply code}
 * @param line one line
 * @param more two to four sentences
 * @param rows the facts in the order in which they are shown; cause, remedy and source stand last
 */
public record Entry(
    EntryKind kind, String name, String kindName, String line, String more, List<Row> rows) {
  public Entry {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kindName, "kindName");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(more, "more");
    rows = List.copyOf(rows);
  }

  /** What the row of this key says, such as {@code cause}; empty when there is none. */
  public Optional<String> value(String key) {
    return rows.stream().filter(row -> row.key().equals(key)).map(Row::text).findFirst();
  }

  /** The same entry with one more row in front of the others. */
  Entry with(Row first) {
    return new Entry(
        kind, name, kindName, line, more, Stream.concat(Stream.of(first), rows.stream()).toList());
  }

  /**
   * A fact, such as {@code Usual cause} and {@code A typing error in the address}.
   *
   * @param key the same in every language and unique within the entry, for programs: {@code cause}
   * @param label for people
   * @param text never empty
   */
  public record Row(String key, String label, String text) {
    public Row {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(text, "text");
    }
  }
}
