package smtpterm.protocol;

import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.Marks.Span;

/** An address between angle brackets: {@code anna@kolleg.de}, {@code "a b"@[127.0.0.1]}. */
final class AddressFlaws {
  private static final String LOCAL_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  private final Marks marks;
  private final String line;
  private final String verb;

  AddressFlaws(Marks marks, String verb) {
    this.marks = marks;
    this.line = marks.line();
    this.verb = verb;
  }

  /** Whether this may be in the name of a domain; letters such as ä are judged elsewhere. */
  static boolean inDomain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c >= 0x80;
  }

  /**
   * Looks at one address.
   *
   * @param open whether more of it may be typed still
   */
  void find(int from, int to, boolean open) {
    String address = line.substring(from, to);
    if (address.isEmpty()) {
      if (!open && verb.equals("RCPT")) {
        marks.add(Kind.NOBODY, from - 1, to + 1, "");
      }
    } else if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
      marks.add(Kind.MAILTO, from, from + 7, "");
    } else if (!address.startsWith("@") && (several(from, to, ',') || several(from, to, ';'))) {
      marks.add(Kind.SEVERAL, from, to, verb);
    } else {
      parts(route(from, to, open), to, open);
      Utf8Addresses.mark(marks, from, to);
    }
  }

  /** Whether such a separator stands between two @. */
  private boolean several(int from, int to, char separator) {
    int at = Quotes.outside(line, '@', from);
    int next = at < 0 ? -1 : Quotes.outside(line, separator, at);
    int second = next < 0 ? -1 : Quotes.outside(line, '@', next);
    return second >= 0 && second < to;
  }

  /** Where the mailbox begins behind an old route such as {@code @a,@b:}; -1 for none. */
  private int route(int from, int to, boolean open) {
    if (line.charAt(from) != '@') {
      return from;
    }
    int colon = line.indexOf(':', from);
    if (colon > 0 && colon < to) {
      return colon + 1;
    }
    marks.add(Kind.LOCAL_MISSING, new Span(from, from + 1), "", open);
    return -1;
  }

  private void parts(int from, int to, boolean open) {
    if (from < 0) {
      return;
    }
    int at = Quotes.outside(line, '@', from);
    if (at < 0 || at >= to) {
      int blank = Quotes.outside(line, ' ', from);
      if (blank >= 0 && blank < to) {
        marks.add(Kind.ADDRESS_BLANK, blank, blank + 1, "");
      } else if (!postmaster(from, to)) {
        marks.add(Kind.AT_MISSING, new Span(Math.min(from, to - 1), to), "", open);
      }
      return;
    }
    if (at == from) {
      marks.add(Kind.LOCAL_MISSING, at, at + 1, "");
    } else {
      local(from, at);
    }
    if (at == to - 1) {
      marks.add(Kind.DOMAIN_MISSING, new Span(at, at + 1), "", open);
    } else if (line.charAt(at + 1) == '[') {
      literal(at + 1, to, open);
    } else {
      domain(at + 1, to, open);
    }
  }

  /** RFC 5321 section 4.1.1.3: the one mailbox that needs no domain. */
  private boolean postmaster(int from, int to) {
    return verb.equals("RCPT") && line.substring(from, to).equalsIgnoreCase("postmaster");
  }

  private void local(int from, int at) {
    if (line.charAt(from) == '"') {
      int end = Quotes.end(line, from);
      if (end < at) {
        marks.add(Kind.ADDRESS_CHARACTER, end, end + 1, "");
      }
      return;
    }
    for (int i = from; i < at; i++) {
      char c = line.charAt(i);
      boolean fits = Character.isLetterOrDigit(c) || c >= 0x80 || LOCAL_SIGNS.indexOf(c) >= 0;
      if (!fits) {
        marks.add(c == ' ' ? Kind.ADDRESS_BLANK : Kind.ADDRESS_CHARACTER, i, i + 1, "");
        return;
      }
      boolean end = i == from || i == at - 1 || line.charAt(i - 1) == '.';
      if (c == '.' && end) {
        marks.add(Kind.ADDRESS_DOT, i, i + 1, "");
        return;
      }
    }
  }

  private void domain(int from, int to, boolean open) {
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (c == '@') {
        marks.add(Kind.AT_TWICE, i, i + 1, "");
        return;
      }
      if (!inDomain(c)) {
        marks.add(c == ' ' ? Kind.ADDRESS_BLANK : Kind.ADDRESS_CHARACTER, i, i + 1, "");
        return;
      }
      boolean last = i == to - 1;
      if (c == '.' && (i == from || line.charAt(i - 1) == '.' || last)) {
        boolean mendable = open && last && i > from && line.charAt(i - 1) != '.';
        marks.add(Kind.ADDRESS_DOT, new Span(i, i + 1), "", mendable);
        return;
      }
    }
  }

  private void literal(int from, int to, boolean open) {
    int close = line.indexOf(']', from);
    if (close < 0 || close >= to) {
      marks.add(Kind.LITERAL_OPEN, new Span(from, from + 1), "", open);
    } else if (close < to - 1) {
      marks.add(Kind.ADDRESS_CHARACTER, close + 1, close + 2, "");
    }
  }
}
