package smtpterm.notation;

import java.util.Optional;
import java.util.Set;

/** Finds what a program says: {@code socket.send(b"QUIT\\r\\n")}, {@code printf 'QUIT\\r\\n'}. */
final class CodeMark {
  private static final Set<String> PRINTS = Set.of("PRINTF", "ECHO", "PRINT", "PUTS");

  /** So far to the left a literal begins. */
  private static final int WINDOW = 220;

  private CodeMark() {}

  /** What stands before the literal is the mark. */
  static Optional<Mark> in(String text) {
    int single = text.indexOf('\'');
    int twice = text.indexOf('"');
    int quote = single < 0 ? twice : twice < 0 ? single : Math.min(single, twice);
    if (quote <= 0 || quote >= WINDOW) {
      return Optional.empty();
    }
    int literal = text.charAt(quote - 1) == 'b' ? quote - 1 : quote;
    String junk = text.substring(0, literal).strip();
    boolean prints = PRINTS.contains(Looks.firstWord(junk));
    if (junk.isEmpty() || (junk.indexOf('(') < 0 && !prints)) {
      return Optional.empty();
    }
    int close = Math.max(quote, text.lastIndexOf(text.charAt(quote)));
    String content = Quoted.content(text.substring(literal, close + 1));
    String printed = junk.startsWith("printf") ? content.replace("%%", "%") : content;
    return Optional.of(new Mark(new Mark("", junk, "").shape() + " code", "", printed));
  }
}
