package smtpterm.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import smtpterm.screen.Role;
import smtpterm.typing.Piece;

/** Colours the line being typed and puts the grey hint behind it. */
final class InputHighlighter implements Highlighter {
  private final InputAid aid;
  private final boolean colour;
  private final Map<String, AttributedStyle> styles = new HashMap<>();
  private Manner manner = Manner.PLAIN;

  /** Whose line it is, and so how it looks. */
  enum Manner {
    /** As it is: an answer to a question, or a line that is done and is to leave no trace. */
    PLAIN,
    /** What the user types: coloured, with a hint behind it. */
    TYPED,
    /** What is typed for the user: coloured. */
    SAID,
    /** What is about to be sent: grey. */
    PREPARED
  }

  /**
   * @param colour without it nothing is drawn: a hint could not be told from what was typed
   */
  InputHighlighter(InputAid aid, boolean colour) {
    this.aid = aid;
    this.colour = colour;
  }

  /** From now on the line is drawn in this manner. */
  void as(Manner now) {
    manner = now;
  }

  @Override
  public AttributedString highlight(LineReader reader, String shown) {
    if (manner == Manner.PLAIN || !colour) {
      return new AttributedString(shown);
    }
    if (manner == Manner.PREPARED) {
      return new AttributedString(shown, style(Role.HINT));
    }
    String line = reader.getBuffer().toString();
    boolean hinted = manner == Manner.TYPED && reader.getBuffer().cursor() == line.length();
    return draw(line, shown, hinted ? reader.getTerminal().getWidth() : 0);
  }

  /**
   * A line as it looks while it is typed.
   *
   * @param shown the line, or what stands for it where it is secret
   * @param columns how wide the window is; 0 for no hint
   */
  AttributedString draw(String line, String shown, int columns) {
    AttributedStringBuilder out = new AttributedStringBuilder(shown.length() + 32);
    if (!line.equals(shown)) {
      out.append(shown);
    } else {
      int at = 0;
      for (Piece piece : aid.pieces(line)) {
        int end = Math.min(line.length(), at + piece.length());
        out.append(line.substring(at, end), style(piece.role()));
        at = end;
      }
      out.append(line.substring(at));
    }
    if (columns > 0) {
      hint(out, aid.hint(line), columns);
    }
    return out.toAttributedString();
  }

  /** A hint that does not fit is left out: it must not make the line a second one. */
  private void hint(AttributedStringBuilder out, String hint, int columns) {
    int room = columns - out.columnLength() - 5;
    if (!hint.isEmpty() && new AttributedString(hint).columnLength() <= room) {
      out.append(hint, style(Role.HINT));
    }
  }

  private AttributedStyle style(Role role) {
    return styles.computeIfAbsent(role.sgr(), InputHighlighter::parsed);
  }

  private static AttributedStyle parsed(String sgr) {
    return sgr.isEmpty()
        ? AttributedStyle.DEFAULT
        : AttributedString.fromAnsi("\033[" + sgr + "mx").styleAt(0);
  }

  @Override
  public void setErrorPattern(Pattern errorPattern) {
    // JLine's way to mark errors; ours are pieces.
  }

  @Override
  public void setErrorIndex(int errorIndex) {
    // See above.
  }
}
