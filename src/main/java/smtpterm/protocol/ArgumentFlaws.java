package smtpterm.protocol;

import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.Marks.Span;

/** What stands behind the commands that need no grammar of their own: DATA, VRFY, BDAT. */
final class ArgumentFlaws {
  private ArgumentFlaws() {}

  static void find(Marks marks, String verb, int start) {
    int end = marks.line().length();
    boolean alone = start == end;
    switch (verb) {
      case "DATA", "QUIT", "RSET", "STARTTLS" -> {
        if (!alone) {
          marks.add(Kind.ALONE, start, end, verb);
        }
      }
      case "VRFY", "EXPN" -> {
        missing(marks, alone, verb);
        Utf8Addresses.mark(marks, start, end);
      }
      case "ETRN", "XCLIENT", "XFORWARD", "BURL" -> missing(marks, alone, verb);
      case "BDAT" -> {
        missing(marks, alone, verb);
        if (!alone) {
          block(marks, start);
        }
      }
      case "NOOP", "HELP" -> ascii(marks, start, end);
      default -> {
        // Extensions know best what they take.
      }
    }
  }

  private static void missing(Marks marks, boolean alone, String verb) {
    if (alone) {
      marks.pending(Kind.ARGUMENT_MISSING, 0, verb.length(), verb);
    }
  }

  /** {@code BDAT 1000 LAST} (RFC 3030 section 2). */
  private static void block(Marks marks, int start) {
    String line = marks.line();
    int end = marks.wordEnd(start);
    if (!line.substring(start, end).matches("[0-9]{1,18}")) {
      marks.add(Kind.NUMBER_MISSING, start, end, "");
      return;
    }
    int last = marks.skipBlanks(end);
    String behind = PrintedLetters.upper(line.substring(last)).stripTrailing();
    if (!behind.isEmpty() && !behind.equals("LAST")) {
      marks.add(Kind.LAST_EXPECTED, new Span(last, line.length()), "", "LAST".startsWith(behind));
    }
  }

  private static void ascii(Marks marks, int start, int end) {
    int first = Utf8Addresses.firstLetter(marks.line(), start, end);
    if (first >= 0) {
      marks.add(Kind.EIGHT_BIT, first, first + 1, "");
    }
  }
}
