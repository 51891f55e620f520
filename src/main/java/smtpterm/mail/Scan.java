package smtpterm.mail;

/**
 * Walks through the value of a structured field: skips comments in brackets, takes quotes off (RFC
 * 5322 section 3.2). Not safe for several threads.
 */
final class Scan {
  private final String text;
  private int at;
  private final StringBuilder comments = new StringBuilder();

  Scan(String text) {
    this.text = text;
  }

  /** Whether everything was read. */
  boolean done() {
    return at >= text.length();
  }

  /** Steps over this character, if it is the next one. */
  boolean skip(char c) {
    if (!done() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /** Whether this character is the next one. */
  boolean at(char c) {
    return !done() && text.charAt(at) == c;
  }

  /** Everything from here to the end. */
  String rest() {
    return text.substring(Math.min(at, text.length()));
  }

  /** What stands before the next blank, semicolon or comment; never empty unless at such. */
  String word() {
    int start = at;
    while (!done()
        && !Character.isWhitespace(text.charAt(at))
        && ";(".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Steps over blanks, and keeps the comments among them. */
  void blanks() {
    while (!done()) {
      char c = text.charAt(at);
      if (c == '(') {
        comment();
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  /** The comments met so far, their brackets taken off; then they are forgotten. */
  String comments() {
    String all = comments.toString();
    comments.setLength(0);
    return all;
  }

  /** What stands before any of these characters outside quotes and comments. */
  String until(String ends) {
    StringBuilder found = new StringBuilder();
    while (!done() && ends.indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted(found);
      } else if (c == '(') {
        comment();
      } else {
        found.append(c);
        at++;
      }
    }
    return found.toString();
  }

  private void quoted(StringBuilder found) {
    at++;
    while (!done() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      boolean escape = c == '\\' && at + 1 < text.length();
      // Windows paths in names: a backslash before anything else stands for itself.
      if (escape && "\"\\".indexOf(text.charAt(at + 1)) >= 0) {
        at++;
        c = text.charAt(at);
      }
      found.append(c);
      at++;
    }
    at++;
  }

  private void comment() {
    int depth = 0;
    int start = at + 1;
    while (!done()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        break;
      }
    }
    int end = Math.min(at, text.length());
    int close = end > start && depth == 0 ? end - 1 : end;
    if (comments.length() > 0) {
      comments.append(' ');
    }
    comments.append(text, Math.min(start, close), close);
  }
}
