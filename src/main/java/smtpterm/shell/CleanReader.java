package smtpterm.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;

/**
 * A line reader whose line never holds what could act on the terminal, however it was typed or
 * pasted; of several lines pasted it takes the first and keeps the others.
 */
abstract class CleanReader extends StatusReader {
  private static final int LONGEST_ANSWER = 64;

  private final List<String> pasted = new ArrayList<>();

  CleanReader(Terminal terminal) throws IOException {
    super(terminal);
  }

  /** See {@link LineEditor#takePasted}. */
  public List<String> takePasted() {
    List<String> taken = List.copyOf(pasted);
    pasted.clear();
    return taken;
  }

  /**
   * What is pasted, up to the mark of its end.
   *
   * <p>JLine's own way overlooks the mark where many keys have been read already.
   */
  String readPaste() {
    StringBuilder text = new StringBuilder();
    int length = -1;
    while (length < 0) {
      int read = bindingReader.readCharacter();
      if (read < 0) {
        return text.toString();
      }
      text.appendCodePoint(read);
      int end = text.length() - BRACKETED_PASTE_END.length();
      length = end >= 0 && text.indexOf(BRACKETED_PASTE_END, end) == end ? end : -1;
    }
    return text.substring(0, length);
  }

  @Override
  public boolean beginPaste() {
    List<String> lines = Paste.lines(readPaste());
    buf.write(lines.get(0));
    if (lines.size() > 1) {
      pasted.addAll(lines.subList(1, lines.size()));
      return acceptLine();
    }
    return true;
  }

  /**
   * Reads to its end what nobody typed: an answer of the terminal that nobody waits for any more.
   *
   * @param last the characters of which one ends it
   */
  boolean swallow(String last) {
    int read = bindingReader.readCharacter();
    for (int i = 0; i < LONGEST_ANSWER && read >= 0 && last.indexOf(read) < 0; i++) {
      read = bindingReader.readCharacter();
    }
    return true;
  }

  /** The line, freed of what does not belong into one; the lock is held. */
  String clean() {
    String line = buf.toString();
    String clean = Paste.clean(line);
    if (!clean.equals(line)) {
      // A line break in the buffer would end the program; nothing may bring one in.
      buf.clear();
      buf.write(clean);
    }
    return clean;
  }
}
