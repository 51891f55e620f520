package smtpterm.protocol;

import java.util.List;
import java.util.Optional;
import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.Marks.Span;

/** What stands behind AUTH: {@code PLAIN AGFubmEAZ2VoZWlt} (RFC 4954 section 4). */
final class LoginFlaws {
  private LoginFlaws() {}

  static void find(Marks marks, int start) {
    String line = marks.line();
    if (start == line.length()) {
      marks.pending(Kind.MECHANISM_MISSING, 0, 4, "AUTH");
      return;
    }
    int end = marks.wordEnd(start);
    mechanism(marks, start, end);
    int first = marks.skipBlanks(end);
    if (first == line.length()) {
      return;
    }
    int behind = marks.wordEnd(first);
    int more = marks.skipBlanks(behind);
    if (more < line.length()) {
      marks.add(Kind.ANSWER_WORDS, behind, more, "");
    } else {
      answer(marks, first, behind, PrintedLetters.upper(line.substring(start, end)));
    }
  }

  private static void mechanism(Marks marks, int start, int end) {
    List<String> offered = marks.progress().capabilities().mechanisms();
    String typed = PrintedLetters.upper(marks.line().substring(start, end));
    if (offered.isEmpty() || offered.contains(typed)) {
      return;
    }
    boolean open = end == marks.line().length();
    boolean begins = open && offered.stream().anyMatch(m -> m.startsWith(typed));
    Optional<String> near = Spelling.nearest(typed, offered);
    Kind kind = near.isPresent() ? Kind.MECHANISM_MISSPELT : Kind.MECHANISM_NOT_OFFERED;
    marks.add(kind, new Span(start, end), near.orElse(typed), begins);
  }

  private static void answer(Marks marks, int from, int to, String mechanism) {
    String answer = marks.line().substring(from, to);
    if (answer.equals("=")) {
      // The empty first answer.
      return;
    }
    StrictBase64.Verdict verdict = StrictBase64.judge(answer);
    boolean textual = Exchange.textual(mechanism);
    Span whole = new Span(from, to);
    switch (verdict.kind()) {
      case TEXT -> {
        // As it should be.
      }
      case BINARY -> {
        if (textual) {
          marks.add(Kind.ANSWER_BASE64, whole, "", true);
        }
      }
      case FOREIGN_CHARACTER -> {
        int at = from + verdict.position();
        marks.add(Kind.ANSWER_CHARACTER, at, at + 1, "");
      }
      case WRONG_LENGTH -> marks.add(Kind.ANSWER_BASE64, whole, "", true);
      case LEFTOVER_BITS -> marks.add(Kind.ANSWER_BASE64, whole, "", false);
    }
  }
}
