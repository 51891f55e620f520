package smtpterm.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of one entry while they are put together. */
final class RowList {
  private final Shelf shelf;
  private final List<Entry.Row> rows = new ArrayList<>();

  RowList(Shelf shelf) {
    this.shelf = shelf;
  }

  /** A row with the usual label; none for an empty text. */
  void add(String key, String text) {
    add(key, shelf.text("entries", "label." + key), text);
  }

  /** A row with a label of its own; none for an empty text. */
  void add(String key, String label, String text) {
    if (!text.isEmpty()) {
      rows.add(new Entry.Row(key, label, text));
    }
  }

  /** A row with these words, separated by commas. */
  void add(String key, List<String> words) {
    add(key, String.join(", ", words));
  }

  /** A row with what each of these words means, such as {@code phase.idle}. */
  void meaning(String key, String family, List<String> words) {
    String meanings =
        words.stream()
            .map(word -> shelf.text("entries", family + "." + word))
            .filter(meaning -> !meaning.isEmpty())
            .collect(Collectors.joining("; "));
    add(key, meanings);
  }

  /** All rows, with cause, remedy and source behind them. */
  List<Entry.Row> ending(Article article, Map<String, String> row) {
    return ending(article, row.get("source"));
  }

  /** All rows, with cause, remedy and this source behind them. */
  List<Entry.Row> ending(Article article, String source) {
    add("cause", article.cause());
    add("remedy", article.remedy());
    add("source", spoken(source));
    return List.copyOf(rows);
  }

  /** {@code RFC 5321, section 4.2.3} for {@code RFC 5321 4.2.3}. */
  private String spoken(String source) {
    return Stream.of(source.split("; ", -1)).map(this::document).collect(Collectors.joining("; "));
  }

  private String document(String document) {
    if (!document.matches("RFC [0-9]+ [0-9A-Z.]+")) {
      return document;
    }
    int blank = document.lastIndexOf(' ');
    String place = document.substring(blank + 1);
    boolean section = Character.isDigit(place.charAt(0));
    String word = shelf.text("entries", section ? "section" : "appendix");
    return document.substring(0, blank) + ", " + word + " " + place;
  }
}
