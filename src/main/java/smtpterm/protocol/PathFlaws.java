package smtpterm.protocol;

import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.Marks.Span;

/** What stands behind MAIL and RCPT: {@code FROM:<a@b> SIZE=3} (RFC 5321 section 4.1.2). */
final class PathFlaws {
  private final Marks marks;
  private final String line;
  private final String verb;
  private final String word;

  private PathFlaws(Marks marks, String verb) {
    this.marks = marks;
    this.line = marks.line();
    this.verb = verb;
    this.word = verb.equals("RCPT") ? "TO" : "FROM";
  }

  static void find(Marks marks, String verb, int start) {
    new PathFlaws(marks, verb).word(start);
  }

  /** {@code FROM}, and nothing else. */
  private void word(int start) {
    if (start == line.length()) {
      marks.pending(Kind.WORD_MISSING, 0, verb.length(), beginning());
      return;
    }
    int end = start;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    String typed = PrintedLetters.upper(line.substring(start, end));
    if (typed.equals(word)) {
      colon(start, end);
    } else {
      boolean begins = end == line.length() && word.startsWith(typed);
      int shown = end > start ? end : marks.wordEnd(start);
      marks.add(Kind.WORD_MISSING, new Span(start, shown), beginning(), begins);
    }
  }

  private void colon(int start, int end) {
    int next = marks.skipBlanks(end);
    if (next == line.length()) {
      marks.add(Kind.COLON_MISSING, new Span(start, end), word, next == end);
    } else if (line.charAt(next) != ':') {
      marks.add(Kind.COLON_MISSING, start, end, word);
      boolean instead = ";=,.".indexOf(line.charAt(next)) >= 0;
      path(marks.skipBlanks(instead ? next + 1 : next), start);
    } else {
      if (next > end) {
        marks.add(Kind.BLANK_BEFORE_COLON, end, next, word);
      }
      int path = marks.skipBlanks(next + 1);
      path(path, start);
      if (path > next + 1 && path < line.length()) {
        marks.add(Kind.BLANK_AFTER_COLON, next + 1, path, "");
      }
    }
  }

  private void path(int at, int start) {
    if (at == line.length()) {
      marks.pending(Kind.ADDRESS_MISSING, start, at, beginning());
      return;
    }
    if (line.startsWith("<<", at)) {
      marks.add(Kind.BRACKETS_DOUBLE, at, at + 2, "");
    } else if (line.charAt(at) == '<') {
      bracketed(at);
    } else {
      bare(at);
    }
  }

  private void bracketed(int open) {
    int close = Quotes.outside(line, '>', open + 1);
    if (close >= 0) {
      new AddressFlaws(marks, verb).find(open + 1, close, false);
      behind(close + 1);
      return;
    }
    int quote = line.indexOf('"', open);
    if (quote >= 0 && Quotes.end(line, quote) < 0) {
      marks.pending(Kind.QUOTE_MISSING, quote, quote + 1, "");
      return;
    }
    int blank = Quotes.outside(line, ' ', open + 1);
    int end = blank < 0 ? line.length() : blank;
    marks.add(Kind.CLOSE_MISSING, new Span(open, open + 1), "", blank < 0);
    new AddressFlaws(marks, verb).find(open + 1, end, blank < 0);
  }

  /** No bracket where one must be. */
  private void bare(int at) {
    int open = Quotes.outside(line, '<', at);
    int blank = Quotes.outside(line, ' ', at);
    int end = blank < 0 ? line.length() : blank;
    if (open > at && line.indexOf('@', at) > open) {
      marks.add(Kind.DISPLAY_NAME, at, open, "");
      bracketed(open);
    } else if (line.charAt(end - 1) == '>') {
      marks.add(Kind.OPEN_MISSING, at, end, "");
    } else {
      // First, because most servers do without the brackets, and none does with two @.
      doubled(at, end);
      marks.add(Kind.BRACKETS_MISSING, at, end, "");
    }
  }

  /** A second @ in one address. */
  private void doubled(int from, int to) {
    int first = Quotes.outside(line, '@', from);
    int second = first < 0 ? -1 : Quotes.outside(line, '@', first + 1);
    if (second >= 0 && second < to && !line.substring(first, second).matches(".*[,;].*")) {
      marks.add(Kind.AT_TWICE, second, second + 1, "");
    }
  }

  private void behind(int at) {
    int next = marks.skipBlanks(at);
    if (next == line.length()) {
      return;
    }
    char c = line.charAt(next);
    if (c == '>') {
      marks.add(Kind.BRACKETS_DOUBLE, next, next + 1, "");
    } else if (c == '<' || ((c == ',' || c == ';') && line.indexOf('@', next) > 0)) {
      marks.add(Kind.SEVERAL, next, line.length(), verb);
    } else if (!Character.isLetterOrDigit(c) && c != '=') {
      marks.add(Kind.BEHIND_ADDRESS, next, next + 1, "");
    } else if (next == at) {
      marks.add(Kind.PARAMETER_GLUED, at, marks.wordEnd(at), "");
    } else {
      new ParameterFlaws(marks, verb).find(next);
    }
  }

  private String beginning() {
    return verb + " " + word + ":";
  }
}
