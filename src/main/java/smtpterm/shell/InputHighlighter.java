package smtpterm.shell;

import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import smtpterm.screen.Role;

/** Colours the line being typed and puts the grey hint behind it. */
final class InputHighlighter implements Highlighter {
  private final InputAid aid;
  private final boolean colour;
  private boolean on;

  /**
   * @param colour without it nothing is drawn: a hint could not be told from what was typed
   */
  InputHighlighter(InputAid aid, boolean colour) {
    this.aid = aid;
    this.colour = colour;
  }

  /**
   * Whether colours and hint are drawn: not for a line that is done, so that it leaves no trace.
   */
  void on(boolean now) {
    on = now;
  }

  @Override
  public AttributedString highlight(LineReader reader, String shown) {
    if (!on || !colour) {
      return new AttributedString(shown);
    }
    AttributedStringBuilder out = new AttributedStringBuilder(shown.length() + 32);
    String line = reader.getBuffer().toString();
    if (!line.equals(shown)) {
      out.append(shown);
    } else {
      int at = 0;
      for (InputAid.Piece piece : aid.pieces(line)) {
        int end = Math.min(line.length(), at + piece.length());
        out.append(line.substring(at, end), style(piece.sgr()));
        at = end;
      }
      out.append(line.substring(at));
    }
    if (reader.getBuffer().cursor() == line.length()) {
      hint(reader, out, aid.hint(line));
    }
    return out.toAttributedString();
  }

  /** A hint that does not fit is left out: it must not make the line a second one. */
  private static void hint(LineReader reader, AttributedStringBuilder out, String hint) {
    int room = reader.getTerminal().getWidth() - out.columnLength() - 5;
    if (!hint.isEmpty() && new AttributedString(hint).columnLength() <= room) {
      out.append(hint, style(Role.HINT.sgr()));
    }
  }

  private static AttributedStyle style(String sgr) {
    if (sgr.isEmpty()) {
      return AttributedStyle.DEFAULT;
    }
    return AttributedString.fromAnsi("\033[" + sgr + "mx").styleAt(0);
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
