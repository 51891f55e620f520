package smtpterm.protocol;

import java.util.List;
import java.util.Locale;
import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.Marks.Span;

/** Letters such as ä in addresses: right where SMTPUTF8 is offered and said (RFC 6531). */
final class Utf8Addresses {
  private static final List<String> SAYING_IT = List.of("MAIL", "VRFY", "EXPN");

  private Utf8Addresses() {}

  /** Whether the line, or MAIL before it, says SMTPUTF8. */
  static boolean declared(Marks marks) {
    String verb = new Command(marks.line()).verb();
    if (verb.equals("RCPT")) {
      return marks.progress().declared("SMTPUTF8");
    }
    return SAYING_IT.contains(verb)
        && marks.line().toUpperCase(Locale.ROOT).matches(".* SMTPUTF8( .*)?");
  }

  /** Whether the line can still say SMTPUTF8 at its end. */
  static boolean declarable(Marks marks) {
    return marks.progress().capabilities().offers("SMTPUTF8")
        && SAYING_IT.contains(new Command(marks.line()).verb());
  }

  /** Marks the letters of this part that may not be there. */
  static void mark(Marks marks, int from, int to) {
    int first = firstLetter(marks.line(), from, to);
    if (first < 0 || declared(marks)) {
      return;
    }
    int end = first + 1;
    while (end < to && marks.line().charAt(end) >= 0x80) {
      end++;
    }
    boolean offered = marks.progress().capabilities().offers("SMTPUTF8");
    Kind kind = offered ? Kind.UTF8_UNDECLARED : Kind.UTF8_NOT_OFFERED;
    marks.add(kind, new Span(first, end), "", declarable(marks));
  }

  /** The index of the first character beyond ASCII, or -1. */
  static int firstLetter(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.charAt(i) >= 0x80) {
        return i;
      }
    }
    return -1;
  }
}
