package smtpterm.notation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines that are records: {@code {"dir": "c", "line": "QUIT"}}, {@code <c>QUIT</c>}. */
final class Records {
  private static final Pattern FIELD =
      Pattern.compile("\"(\\w{1,20})\"\\s{0,4}:\\s{0,4}\"((?:[^\"\\\\]|\\\\.){0,2000}+)\"");
  private static final Pattern ELEMENT =
      Pattern.compile("\\s{0,40}<(\\w{1,20})((?:\\s[^<>]{1,200})?)>([^<]{0,2000}+)</\\1>\\s*+");
  private static final Pattern VALUE = Pattern.compile("=\\s?[\"'](\\w{1,20})[\"']");
  private static final int FEWEST = 2;

  private Records() {}

  static List<Row> named(List<Row> rows) {
    Optional<String> speaking = speaking(rows);
    List<Row> read = rows;
    if (speaking.isPresent()) {
      read = rows.stream().map(row -> row.with(named(row.text(), speaking.get()))).toList();
    }
    long elements = read.stream().filter(r -> element(r.text()).isPresent()).limit(FEWEST).count();
    return elements < FEWEST
        ? read
        : read.stream().map(r -> r.with(element(r.text()).orElse(r.text()))).toList();
  }

  /** The name of the field that holds what is said. */
  private static Optional<String> speaking(List<Row> rows) {
    Map<String, Integer> found = new HashMap<>();
    for (Row row : rows) {
      fields(row.text())
          .forEach((name, value) -> found.merge(name, Looks.protocol(value) ? 1 : 0, Integer::sum));
    }
    return found.entrySet().stream()
        .filter(e -> e.getValue() >= FEWEST)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (text.contains("\":") || text.contains("\" :")) {
      Matcher field = FIELD.matcher(text.length() < 8000 ? text : "");
      while (field.find()) {
        fields.put(field.group(1), Quoted.unescaped(field.group(2)));
      }
    }
    return fields;
  }

  /** The other fields, as far as they are words, say who. */
  private static String named(String text, String speaking) {
    Map<String, String> fields = fields(text);
    String said = fields.remove(speaking);
    if (said == null) {
      return text;
    }
    String who =
        fields.values().stream()
            .filter(v -> !v.isEmpty() && v.length() < 20 && v.chars().allMatch(Character::isLetter))
            .findFirst()
            .orElse("");
    return who.isEmpty() ? said : who + ": " + said;
  }

  private static Optional<String> element(String text) {
    Matcher element = ELEMENT.matcher(text.length() < 4000 ? text : "");
    if (!element.matches() || Markup.html(element.group(1))) {
      return Optional.empty();
    }
    Matcher value = VALUE.matcher(element.group(2));
    String who = value.find() ? value.group(1) : element.group(1);
    return Optional.of(who + ": " + Markup.characters(element.group(3)));
  }
}
