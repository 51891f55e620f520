package smtpterm.screen;

/** How many columns of a terminal a text takes: two for {@code 字}, none for a combining accent. */
public final class Cells {
  /** First and last of the characters that take two columns (Unicode Standard Annex 11). */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x2614, 0x2615},
    {0x2705, 0x2705},
    {0x270A, 0x270B},
    {0x2728, 0x2728},
    {0x274C, 0x274C},
    {0x2753, 0x2755},
    {0x2757, 0x2757},
    {0x2B50, 0x2B50},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
  };

  private Cells() {}

  /** The columns of this text, in which nothing may move the cursor. */
  public static int of(String text) {
    return text.codePoints().map(Cells::of).sum();
  }

  /**
   * As much of the text as fits into so many columns, and behind it the mark if that is not all.
   */
  public static String cut(String text, int columns, String mark) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = of(mark);
    for (int c : text.codePoints().toArray()) {
      used += of(c);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append(mark).toString();
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
