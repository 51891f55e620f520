package smtpterm.shell;

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
    AttributedStringBuilder out = new AttributedStringBuilder(shown.length() + 32);
    String line = reader.getBuffer().toString();
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
    if (manner == Manner.TYPED && reader.getBuffer().cursor() == line.length()) {
      hint(reader, out, aid.hint(line));
    }
    return out.toAttributedString();
  }

  /** A hint that does not fit is left out: it must not make the line a second one. */
  private static void hint(LineReader reader, AttributedStringBuilder out, String hint) {
    int room = reader.getTerminal().getWidth() - out.columnLength() - 5;
    if (!hint.isEmpty() && new AttributedString(hint).columnLength() <= room) {
      out.append(hint, style(Role.HINT));
    }
  }

  private static AttributedStyle style(Role role) {
    if (role == Role.PLAIN) {
      return AttributedStyle.DEFAULT;
    }
    return AttributedString.fromAnsi("\033[" + role.sgr() + "mx").styleAt(0);
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
