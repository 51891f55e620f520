package smtpterm.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Takes the whole line as one word: quotes, backslashes and blanks mean nothing.
 *
 * <p>JLine's own parser would eat {@code \}, wait for the second {@code '} and quote what Tab puts
 * in; here what is typed is what is sent.
 */
final class VerbatimParser implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    return new WholeLine(line, cursor);
  }

  @Override
  public boolean isEscapeChar(char ch) {
    return false;
  }

  /** A line as one word. */
  record WholeLine(String line, int cursor) implements CompletingParsedLine {
    @Override
    public String word() {
      return line;
    }

    @Override
    public int wordCursor() {
      return cursor;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(line);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return cursor;
    }

    @Override
    public int rawWordLength() {
      return line.length();
    }
  }
}
