package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shows what a line is made of: {@code salt QSXCR+Q6sek8bf92}, and in grey what that is for.
 *
 * <p>A value that does not fit is broken anywhere: it has no blanks, and none of it may be missing.
 */
public final class Dissection {
  private static final String INDENT = "     ";
  private static final String GAP = "   ";

  /** Longer values are cut: nobody reads on, and a server could send 64 KiB. */
  private static final int LONGEST = 600;

  private final Layout layout;

  /** Lays the pieces out so. */
  public Dissection(Layout layout) {
    this.layout = Objects.requireNonNull(layout, "layout");
  }

  /**
   * One piece.
   *
   * @param label what it is called
   * @param value as it stands in the line, perhaps from a stranger
   * @param meaning what it is for
   */
  public record Piece(String label, String value, String meaning) {
    public Piece {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(meaning, "meaning");
    }
  }

  /** The lines for these pieces, their values below each other. */
  public List<String> lines(List<Piece> pieces) {
    Look look = layout.look();
    int left = pieces.stream().mapToInt(p -> look.own(p.label()).length()).max().orElse(0);
    int columns = look.columns().getAsInt();
    int room =
        columns <= 0 ? Integer.MAX_VALUE : Math.max(20, columns - INDENT.length() - left - 3);
    List<String> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      lines.addAll(lines(piece, left, room));
    }
    return lines;
  }

  private List<String> lines(Piece piece, int left, int room) {
    Look look = layout.look();
    String value = new Look(false, look.unicode(), look.columns()).foreign(piece.value());
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + look.own("…") : value;
    String meaning = look.own(piece.meaning());
    List<String> right = new ArrayList<>();
    for (int from = 0; from < cut.length(); from += room) {
      int to = room > cut.length() - from ? cut.length() : from + room;
      right.add(look.paint(Role.ADDRESS, cut.substring(from, to)));
      if (to == cut.length()) {
        break;
      }
    }
    if (right.size() <= 1 && meaning.length() + cut.length() + GAP.length() <= room) {
      String gap = cut.isEmpty() ? "" : GAP;
      String before = right.isEmpty() ? "" : right.get(0);
      right.clear();
      right.add(before + gap + look.paint(Role.HINT, meaning));
    } else {
      Wrap.at(meaning, room == Integer.MAX_VALUE ? 0 : room)
          .forEach(line -> right.add(look.paint(Role.HINT, line)));
    }
    String label = look.own(piece.label());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < right.size(); i++) {
      String term = i == 0 ? label : "";
      String gap = " ".repeat(left - term.length() + 2);
      lines.add(INDENT + look.paint(Role.TERM, term) + gap + right.get(i));
    }
    return lines;
  }
}
