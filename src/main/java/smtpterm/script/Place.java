package smtpterm.script;

import java.util.Objects;

/**
 * Where something stands in a file, such as {@code party.session:12:4}.
 *
 * @param file the file as the user named it; empty for standard input
 * @param line the line, from 1
 * @param column the character in the line, from 1; one outside of the first plane counts as two
 */
public record Place(String file, int line, int column) {
  /** Refuses what is before the beginning. */
  public Place {
    Objects.requireNonNull(file, "file");
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(line + ":" + column);
    }
  }

  /** A place in a text without a name. */
  public Place(int line, int column) {
    this("", line, column);
  }

  /** The place so many characters to the right. */
  Place right(int characters) {
    return new Place(file, line, column + characters);
  }

  @Override
  public String toString() {
    String place = line + ":" + column;
    return file.isEmpty() ? place : file + ":" + place;
  }
}
