package smtpterm.script;

/**
 * Where something stands in a file, such as {@code 12:4}.
 *
 * @param line the line, from 1
 * @param column the character in the line, from 1
 */
public record Place(int line, int column) {
  /** Refuses what is before the beginning. */
  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(line + ":" + column);
    }
  }

  /** The place so many characters to the right. */
  Place right(int characters) {
    return new Place(line, column + characters);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
