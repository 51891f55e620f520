package smtpterm.shell;

import java.io.IOException;
import org.jline.terminal.Terminal;

/**
 * A line reader whose hints can be taken: at the end of the line the keys that go on to the right
 * (→, Ctrl-F, End, Ctrl-E) put the rest of an earlier line into it, Alt-F its next word.
 */
abstract class HintedReader extends CleanReader {
  HintedReader(Terminal terminal) throws IOException {
    super(terminal);
  }

  @Override
  protected boolean forwardChar() {
    return take(takeable()) || super.forwardChar();
  }

  @Override
  protected boolean endOfLine() {
    return take(takeable()) || super.endOfLine();
  }

  @Override
  protected boolean emacsForwardWord() {
    return take(word(takeable())) || super.emacsForwardWord();
  }

  @Override
  protected boolean forwardWord() {
    return take(word(takeable())) || super.forwardWord();
  }

  private String takeable() {
    return getHighlighter() instanceof InputHighlighter colours ? colours.takeable(this) : "";
  }

  private boolean take(String rest) {
    if (!rest.isEmpty()) {
      buf.write(rest);
    }
    return !rest.isEmpty();
  }

  /** The next word, and what stands in front of it. */
  static String word(String rest) {
    int end = 0;
    while (end < rest.length() && !Character.isLetterOrDigit(rest.charAt(end))) {
      end++;
    }
    while (end < rest.length() && Character.isLetterOrDigit(rest.charAt(end))) {
      end++;
    }
    return rest.substring(0, end);
  }
}
