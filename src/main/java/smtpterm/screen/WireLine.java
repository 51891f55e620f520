package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import smtpterm.knowledge.Controls;
import smtpterm.wire.Line;
import smtpterm.wire.LosslessUtf8;

/**
 * The octets of one line so that each can be seen: {@code >> Grüße} as {@code >> Gr[C3 BC C3
 * 9F]e[CR][LF]}, with a remark behind it. ASCII stands as it is, controls by their names, all other
 * octets in hexadecimal digits.
 */
final class WireLine {
  private static final String INDENT = "   ";
  private static final String MARGIN = INDENT + "   ";

  /** More octets of one line help nobody. */
  private static final int MOST = 2_000;

  private final Look look;
  private final List<Piece> pieces = new ArrayList<>();

  WireLine(Look look) {
    this.look = look;
  }

  /** What must not be broken: a letter, or a mark such as {@code [CR]}. */
  private record Piece(Role role, String text) {}

  /** A line that goes or came without its ending. */
  WireLine text(String text) {
    byte[] octets = LosslessUtf8.encode(text);
    int shown = Math.min(octets.length, MOST);
    int i = 0;
    while (i < shown) {
      int octet = octets[i] & 0xFF;
      if (octet >= 0x80) {
        int end = i;
        while (end < shown && octets[end] < 0) {
          end++;
        }
        foreign(octets, i, end);
        i = end;
      } else {
        ascii(octet);
        i++;
      }
    }
    if (shown < octets.length) {
      pieces.add(new Piece(Role.ESCAPED, "[...]"));
    }
    return this;
  }

  private void ascii(int octet) {
    if (Controls.named(octet)) {
      pieces.add(new Piece(Role.ESCAPED, "[" + Controls.name(octet) + "]"));
    } else {
      pieces.add(new Piece(Role.NOTE, String.valueOf((char) octet)));
    }
  }

  /** Octets beyond ASCII, in groups that can be broken between. */
  private void foreign(byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      String hex = String.format(Locale.ROOT, "%02X", octets[i] & 0xFF);
      String open = i == from ? "[" : " ";
      pieces.add(new Piece(Role.ESCAPED, open + hex + (i == to - 1 ? "]" : "")));
    }
  }

  /** The dot at the beginning, which is only for the way. */
  WireLine dot() {
    pieces.add(new Piece(Role.ALERT, "."));
    return this;
  }

  /** What stands for a secret. */
  WireLine mask() {
    pieces.add(new Piece(Role.NOTE, look.mask()));
    return this;
  }

  /** What ends the line. */
  WireLine end(Line.Ending ending) {
    String marks =
        switch (ending) {
          case CRLF -> "[CR][LF]";
          case LF -> "[LF]";
          case NONE -> "";
        };
    if (!marks.isEmpty()) {
      pieces.add(new Piece(Role.ESCAPED, marks));
    }
    return this;
  }

  /**
   * The rows, indented, and broken where the window ends.
   *
   * @param arrow {@code >>} or {@code <<}
   * @param remark behind it; may be empty
   */
  List<String> rows(String arrow, String remark) {
    int columns = look.columns().getAsInt();
    int room = columns <= 0 ? Integer.MAX_VALUE : Math.max(20, columns - 1 - MARGIN.length());
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder(INDENT + look.paint(Role.NOTE, arrow) + " ");
    StringBuilder run = new StringBuilder();
    Role role = Role.PLAIN;
    int used = 0;
    for (Piece piece : pieces) {
      boolean full = used + piece.text().length() > room;
      if (full || piece.role() != role) {
        row.append(look.paint(role, run.toString()));
        run.setLength(0);
        role = piece.role();
      }
      if (full) {
        rows.add(row.toString());
        row = new StringBuilder(MARGIN);
        used = 0;
      }
      run.append(piece.text());
      used += piece.text().length();
    }
    row.append(look.paint(role, run.toString()));
    return remarked(rows, row, room - used, remark);
  }

  private List<String> remarked(List<String> rows, StringBuilder row, int left, String remark) {
    String said = look.own(remark);
    if (said.isEmpty()) {
      rows.add(row.toString());
    } else if (said.length() + 3 <= left) {
      rows.add(row + "   " + look.paint(Role.HINT, said));
    } else {
      rows.add(row.toString());
      for (String more : Wrap.at(said, look.columns().getAsInt() - 1 - MARGIN.length())) {
        rows.add(MARGIN + look.paint(Role.HINT, more));
      }
    }
    return rows;
  }
}
