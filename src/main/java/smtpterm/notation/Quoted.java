package smtpterm.notation;

import java.util.List;

/** Reads what programs show of a line: {@code b'QUIT\r\n'} is {@code QUIT}. */
final class Quoted {
  private Quoted() {}

  /** The lines that are meant; mostly one, which is the text itself. */
  static List<String> lines(String text) {
    String said = text.strip();
    int open = open(said);
    int close = open < 0 ? -1 : close(said, open);
    if (close > open && (escaped(said) || Looks.protocol(said.substring(open + 1, close)))) {
      return split(unescaped(said.substring(open + 1, close)));
    }
    if (said.contains("[nl]")) {
      return List.of(said.split("\\[nl\\]"));
    }
    return escaped(said) ? split(lineEnds(text.stripTrailing())) : List.of(text);
  }

  /** What stands between the quotation marks, with the line ends still written out. */
  static String content(String text) {
    int open = open(text);
    int close = open < 0 ? -1 : text.lastIndexOf(text.charAt(open));
    return close > open ? text.substring(open + 1, close).replace("\\\"", "\"") : text;
  }

  private static boolean escaped(String text) {
    return text.contains("\\r\\n") || text.endsWith("\\n") || text.contains("\\n\"");
  }

  /** Where the quotation mark at the beginning is, if there is one; Python puts a letter before. */
  private static int open(String text) {
    for (int i = 0; i < Math.min(2, text.length()); i++) {
      if ("\"'`".indexOf(text.charAt(i)) >= 0) {
        return i;
      } else if ("bBrRuUf".indexOf(text.charAt(i)) < 0) {
        return -1;
      }
    }
    return -1;
  }

  /** Where the same mark ends it; only the punctuation of programs may follow. */
  private static int close(String text, int open) {
    int close = text.lastIndexOf(text.charAt(open));
    boolean end = text.substring(close + 1).chars().allMatch(c -> ";,) .+".indexOf((char) c) >= 0);
    return end ? close : -1;
  }

  private static String lineEnds(String text) {
    return text.replace("\\r\\n", "\n").replace("\\n", "\n");
  }

  static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    boolean escape = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (escape) {
        out.append(meant(c));
        escape = false;
      } else if (c == '\\') {
        escape = true;
      } else {
        out.append(c);
      }
    }
    return escape ? out.append('\\').toString() : out.toString();
  }

  private static String meant(char escaped) {
    return switch (escaped) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '"', '\'', '\\' -> String.valueOf(escaped);
      default -> "\\" + escaped;
    };
  }

  private static List<String> split(String text) {
    String lines = text.replace("\r\n", "\n");
    String ended = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    return List.of(ended.split("\n", -1));
  }
}
