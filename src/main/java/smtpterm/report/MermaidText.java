package smtpterm.report;

import java.util.List;
import java.util.regex.Pattern;
import smtpterm.screen.Printable;

/**
 * Text of strangers for a Mermaid diagram, in which {@code #35;} stands for a number sign: no
 * comment, directive, second statement or HTML comes of it.
 */
final class MermaidText {
  /** Mermaid looks for these words in the whole diagram before it reads it. */
  private static final Pattern STYLE = Pattern.compile("(?<=st)y(?=le)|(?<=class)D(?=ef)");

  /** At the start of a message it would tell how to break lines. */
  private static final Pattern WRAP = Pattern.compile("(?<=^(?:no)?wrap):");

  private MermaidText() {}

  /** Lines below each other, as one message. */
  static String of(List<String> lines) {
    return String.join("<br/>", lines.stream().map(MermaidText::of).toList());
  }

  /** One line; a blank that stays for an empty one, since a message must not be empty. */
  static String of(String text) {
    String line = Printable.escape(text).replace('\t', ' ').strip();
    if (line.isEmpty()) {
      return "#160;";
    }
    StringBuilder out = new StringBuilder();
    line.codePoints().forEach(c -> character(out, c));
    String safe = STYLE.matcher(out).replaceAll(found -> numbered(found.group().charAt(0)));
    return WRAP.matcher(safe).replaceFirst(numbered(':'));
  }

  private static void character(StringBuilder out, int c) {
    switch (c) {
      case '<' -> out.append("#lt;");
      case '>' -> out.append("#gt;");
      case '&' -> out.append("#amp;");
      case '"' -> out.append("#quot;");
      case '#', ';', '%', '$', '\\', '`' -> out.append(numbered(c));
      default -> out.appendCodePoint(c);
    }
  }

  private static String numbered(int c) {
    return "#" + c + ";";
  }
}
