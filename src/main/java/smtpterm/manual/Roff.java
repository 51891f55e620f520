package smtpterm.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in the language of {@code man(7)}, as it grows: {@code .SH OPTIONS} and what belongs to
 * it. It is pure ASCII, so that it reads the same whatever locale and formatter it meets.
 */
final class Roff {
  private static final int WIDTH = 78;
  private static final Map<Character, String> NAMES =
      Map.ofEntries(
          Map.entry('\\', "\\e"),
          Map.entry('\'', "\\(aq"),
          Map.entry('`', "\\(ga"),
          Map.entry('^', "\\(ha"),
          Map.entry('~', "\\(ti"),
          Map.entry('ä', "\\(:a"),
          Map.entry('ö', "\\(:o"),
          Map.entry('ü', "\\(:u"),
          Map.entry('Ä', "\\(:A"),
          Map.entry('Ö', "\\(:O"),
          Map.entry('Ü', "\\(:U"),
          Map.entry('ß', "\\(ss"));

  /** An option in the middle of a sentence. */
  private static final Pattern OPTION = Pattern.compile("(?<![^\\s(\"])--?[a-zA-Z0-9][a-z0-9-]*");

  /** A word in which a dash is typed and does not join two words. */
  private static final Pattern TYPED = Pattern.compile("\\S*[/$=_.@<]\\S+|[(\"]?-\\S*");

  private final List<String> lines = new ArrayList<>();

  /** The head of the page; each of these stands in its title or foot line. */
  Roff(String name, String date, String source, String about) {
    lines.add(
        ".TH %s 1 %s %s %s"
            .formatted(argument(name), argument(date), argument(source), argument(about)));
    // Neither hyphens, which some formatters would set by the rules of English, nor wide blanks.
    lines.addAll(List.of(".nh", ".ad l"));
  }

  void section(String title) {
    lines.add(".SH " + argument(title));
  }

  void subsection(String title) {
    lines.add(".SS " + argument(title));
  }

  /** Sentences, with the options in them in bold letters. */
  void paragraph(String text) {
    paragraph();
    wrap(emphasized(text));
  }

  /** A heading has its space already. */
  void paragraph() {
    if (!lines.get(lines.size() - 1).startsWith(".S")) {
      lines.add(".PP");
    }
  }

  /** Sentences behind a hanging tag, which is roff already. */
  void item(String tag, String text) {
    lines.add(".TP");
    lines.add(tag);
    wrap(emphasized(text));
  }

  /** Lines that stay as they are; they are roff already. */
  void block(List<String> block) {
    lines.add(".nf");
    lines.addAll(block);
    lines.add(".fi");
  }

  /** Lines of a shell, indented. */
  void example(List<String> example) {
    paragraph();
    lines.add(".RS 4");
    block(example.stream().map(Roff::literal).map(Roff::guarded).toList());
    lines.add(".RE");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  static String bold(String text) {
    return "\\fB" + literal(text) + "\\fP";
  }

  static String italic(String text) {
    return "\\fI" + literal(text) + "\\fP";
  }

  /** Text to be typed: each dash is one. */
  static String literal(String text) {
    return escaped(text).replace("-", "\\-");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (NAMES.containsKey(c)) {
        escaped.append(NAMES.get(c));
      } else if (c < 0x80) {
        escaped.append(c);
      } else {
        escaped.append("\\[u%04X]".formatted((int) c));
      }
    }
    return escaped.toString();
  }

  private static String argument(String text) {
    return '"' + escaped(text).replace("\"", "\\(dq") + '"';
  }

  private static String emphasized(String text) {
    StringBuilder words = new StringBuilder();
    for (String word : text.strip().split("\\s+", 0)) {
      words.append(words.isEmpty() ? "" : " ").append(word(word));
    }
    return words.toString();
  }

  private static String word(String word) {
    Matcher option = OPTION.matcher(word);
    if (option.find()) {
      MatchResult found = option.toMatchResult();
      return literal(word.substring(0, found.start()))
          + bold(found.group())
          + literal(word.substring(found.end()));
    }
    return TYPED.matcher(word).matches() ? literal(word) : escaped(word);
  }

  /** Short lines, for whoever reads the source. */
  private void wrap(String text) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", 0)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(guarded(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(guarded(line.toString()));
  }

  /** A dot at the start of a line would make a request of it. */
  private static String guarded(String line) {
    return line.startsWith(".") ? "\\&" + line : line;
  }
}
