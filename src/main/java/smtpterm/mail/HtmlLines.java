package smtpterm.mail;

/**
 * The lines that come of HTML: blanks joined to one, at most one empty line between paragraphs. Not
 * safe for several threads.
 */
final class HtmlLines {
  private final StringBuilder text = new StringBuilder();
  private boolean blank;
  private boolean verbatim;

  /** A character of the text. */
  void add(int c) {
    if (c == '\n' && verbatim) {
      text.append('\n');
    } else if (c <= ' ' && !verbatim) {
      blank = true;
    } else {
      if (blank && !atLineStart()) {
        text.append(' ');
      }
      blank = false;
      text.appendCodePoint(c);
    }
  }

  /** Several characters, blanks among them. */
  void append(String more) {
    more.codePoints().forEach(this::add);
    blank |= more.endsWith(" ");
  }

  /** A new line; an empty one, if it is asked for twice. */
  void line(boolean always) {
    blank = false;
    boolean empty = text.length() > 1 && text.charAt(text.length() - 2) == '\n';
    if (!atLineStart() || (always && text.length() > 0 && !empty)) {
      text.append('\n');
    }
  }

  /** An empty line, unless there is one. */
  void paragraph() {
    line(false);
    if (text.length() > 1 && text.charAt(text.length() - 2) != '\n') {
      text.append('\n');
    }
  }

  /** From here on lines and blanks are kept as they are, or no longer. */
  void verbatim(boolean on) {
    verbatim = on;
  }

  int length() {
    return text.length();
  }

  String since(int start) {
    return text.substring(Math.min(start, text.length()));
  }

  String text() {
    return text.toString().strip();
  }

  private boolean atLineStart() {
    return text.length() == 0 || text.charAt(text.length() - 1) == '\n';
  }
}
