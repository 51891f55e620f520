package smtpterm.protocol;

import smtpterm.protocol.LineFlaw.Kind;

/** The name behind EHLO: {@code laptop}, {@code mail.example.org} or {@code [127.0.0.1]}. */
final class HelloFlaws {
  private HelloFlaws() {}

  static void find(Marks marks, String verb, int start) {
    boolean lmtp = marks.progress().protocol() == Protocol.LMTP;
    if (lmtp != verb.equals("LHLO")) {
      // RFC 2033 section 4.1: LHLO there, EHLO and HELO everywhere else.
      marks.add(Kind.HELLO_ELSEWHERE, 0, verb.length(), lmtp ? "LHLO" : "EHLO");
    }
    String line = marks.line();
    if (start == line.length()) {
      marks.pending(Kind.NAME_MISSING, 0, verb.length(), verb);
      return;
    }
    int end = line.stripTrailing().length();
    int blank = marks.wordEnd(start);
    if (line.charAt(start) == '<') {
      marks.add(Kind.NAME_BRACKETS, start, end, "");
    } else if (line.charAt(start) == '[') {
      literal(marks, start, end);
    } else if (blank < end) {
      marks.add(Kind.NAME_BLANK, blank, marks.skipBlanks(blank), "");
    } else {
      characters(marks, start, end);
    }
  }

  private static void literal(Marks marks, int start, int end) {
    int close = marks.line().indexOf(']', start);
    if (close < 0) {
      marks.pending(Kind.LITERAL_OPEN, start, start + 1, "");
    } else if (close < end - 1) {
      marks.add(Kind.NAME_CHARACTER, close + 1, close + 2, "");
    }
  }

  private static void characters(Marks marks, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = marks.line().charAt(i);
      // RFC 6531 section 3.7.1: whether ä is welcome is only known after EHLO.
      if (!AddressFlaws.inDomain(c) || c >= 0x80) {
        marks.add(Kind.NAME_CHARACTER, i, i + 1, "");
        return;
      }
    }
  }
}
