package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * An address in letters that can be read from the last row of a classroom: {@code 192.168.1.20},
 * five rows high.
 */
public final class BlockLetters {
  private static final String KNOWN = "0123456789abcdef.:";
  private static final int ROWS = 5;

  /** A row of each letter after the other, three dots wide, the point and the colon one. */
  private static final List<String> SHAPES =
      List.of(
          "### .# ### ### #.# ### ### ### ### ### .#. ##. .## ##. ### ### . .",
          "#.# ## ..# ..# #.# #.. #.. ..# #.# #.# #.# #.# #.. #.# #.. #.. . #",
          "#.# .# ### ### ### ### ### .#. ### ### ### ##. #.. #.# ##. ##. . .",
          "#.# .# #.. ..# ..# ..# #.# .#. #.# ..# #.# #.# #.. #.# #.. #.. . #",
          "### .# ### ### ..# ### ### .#. ### ### #.# ##. .## ##. ### #.. # .");

  private BlockLetters() {}

  /**
   * The address in large letters, or as it is where the window has no room for them.
   *
   * @param address digits, {@code a} to {@code f}, points and colons
   */
  public static List<String> of(String address, Look look) {
    int columns = look.columns().getAsInt();
    boolean known = address.chars().allMatch(c -> KNOWN.indexOf(c) >= 0);
    for (int width = 2; known && columns > 0 && width > 0; width--) {
      List<String> rows = rows(address, width, look.unicode() ? "█" : "#");
      if (rows.get(0).length() < columns) {
        return rows.stream().map(row -> look.paint(Role.VERB, row.stripTrailing())).toList();
      }
    }
    return List.of(look.paint(Role.VERB, look.own(address)));
  }

  private static List<String> rows(String address, int width, String dot) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      String[] shapes = SHAPES.get(row).split(" ", -1);
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < address.length(); i++) {
        String shape = shapes[KNOWN.indexOf(address.charAt(i))] + ".";
        shape.chars().forEach(c -> line.append((c == '#' ? dot : " ").repeat(width)));
      }
      // What follows the last letter is no part of it.
      rows.add(line.substring(0, line.length() - width));
    }
    return rows;
  }
}
