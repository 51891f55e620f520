package smtpterm.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import smtpterm.screen.Look;
import smtpterm.screen.Palette;
import smtpterm.screen.Role;
import smtpterm.typing.Hint;
import smtpterm.typing.Piece;

/** Colours the line being typed and puts the grey hint behind it. */
final class InputHighlighter implements Highlighter {
  /** Columns of the window that no hint takes: those of the prompt, and one for the cursor. */
  private static final int TAKEN = 4;

  /** A hint of which less than this would be seen says nothing. */
  private static final int FEWEST_COLUMNS = 3;

  private final InputAid aid;
  private final Look look;
  private final BooleanSupplier named;
  private final Map<Role, AttributedStyle> styles = new EnumMap<>(Role.class);
  private Palette palette = Palette.USUAL;
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
   * @param look without colours nothing is drawn: a hint could not be told from what was typed
   * @param named whether there is room for a status line, which names what is wrong
   */
  InputHighlighter(InputAid aid, Look look, BooleanSupplier named) {
    this.aid = aid;
    this.look = look;
    this.named = named;
  }

  /** From now on the line is drawn in this manner. */
  void as(Manner now) {
    manner = now;
  }

  @Override
  public AttributedString highlight(LineReader reader, String shown) {
    if (manner == Manner.PLAIN || !look.colour()) {
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
    boolean masked = !line.equals(shown);
    if (masked) {
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
      Hint hint = aid.hint(line, named.getAsBoolean());
      // A masked line says what a key just did to it, and nothing of what stands in it.
      if (!masked || hint.kind() == Hint.Kind.REMARK) {
        hint(hint, columns - TAKEN, out);
      }
    }
    return out.toAttributedString();
  }

  /** What a key would take into this line; empty for nothing. */
  String takeable(LineReader reader) {
    String line = reader.getBuffer().toString();
    boolean shown = manner == Manner.TYPED && look.colour();
    return shown && reader.getBuffer().cursor() == line.length()
        ? aid.hint(line, named.getAsBoolean()).takeable()
        : "";
  }

  /** As much of the hint as fits: it must not make the line a second one. */
  private void hint(Hint hint, int columns, AttributedStringBuilder out) {
    boolean recalled = hint.kind() == Hint.Kind.RECALLED;
    AttributedString mark = new AttributedString(recalled ? " " + look.arrow() : "");
    AttributedString text = new AttributedString(look.own(hint.text()));
    int room = columns - out.columnLength() - mark.columnLength();
    if (hint.isEmpty() || room < FEWEST_COLUMNS) {
      return;
    }
    Role role =
        switch (hint.kind()) {
          case RECALLED -> Role.RECALLED;
          case FLAW -> Role.ALERT;
          case SYNTAX, REMARK -> Role.HINT;
        };
    if (text.columnLength() <= room) {
      out.append(text.toString(), style(role));
    } else {
      String dots = look.own("…");
      String cut = text.columnSubSequence(0, room - dots.length()).toString();
      // A word of the syntax is seen whole or not at all.
      int word = recalled ? -1 : Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('|'));
      out.append(cut.substring(0, word < 0 ? cut.length() : word + 1) + dots, style(role));
    }
    out.append(mark.toString(), style(Role.HINT));
  }

  private AttributedStyle style(Role role) {
    Palette now = look.palette().get();
    if (!now.equals(palette)) {
      palette = now;
      styles.clear();
    }
    return role == Role.PLAIN
        ? AttributedStyle.DEFAULT
        : styles.computeIfAbsent(
            role, r -> AttributedString.fromAnsi("\033[" + now.sgr(r) + "mx").styleAt(0));
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
