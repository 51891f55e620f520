package smtpterm.knowledge;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Up to three octets and the four characters that they become, drawn so that each bit of the octets
 * stands above the same bit of the groups.
 *
 * <p>A blank or a bar stands wherever an octet or a group ends, in both rows.
 */
final class Base64Block {
  /** The columns that all rows of a block have. */
  static final int COLUMNS = 29;

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Where an octet and where a group begins, counted in columns. */
  private static final int[] OCTETS = {0, 10, 20};

  private static final int[] GROUPS = {0, 7, 15, 23};

  private final byte[] octets;
  private final List<String> names;

  /**
   * A block.
   *
   * @param octets one to three
   * @param names what stands above each
   */
  Base64Block(byte[] octets, List<String> names) {
    this.octets = octets.clone();
    this.names = List.copyOf(names);
  }

  String characters() {
    return placed(names, OCTETS);
  }

  String hex() {
    String[] cells = new String[octets.length];
    for (int i = 0; i < octets.length; i++) {
      cells[i] = String.format(Locale.ROOT, "%02x", octets[i]);
    }
    return placed(Arrays.asList(cells), OCTETS);
  }

  /** {@code 011000 01|0110 1110|01 101110}. */
  String bits() {
    return drawn(8, octets.length * 8);
  }

  /** {@code 011000|01 0110|1110 01|101110}, zero bits filled in. */
  String groups() {
    return drawn(6, (octets.length + 1) * 6);
  }

  String values() {
    String[] cells = new String[octets.length + 1];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Integer.toString(ALPHABET.indexOf(base64().charAt(i)));
    }
    return placed(Arrays.asList(cells), GROUPS);
  }

  String letters() {
    return placed(List.of(base64().split("", -1)).subList(0, 4), GROUPS);
  }

  private String base64() {
    return Base64.getEncoder().encodeToString(octets);
  }

  /** The first bits, with a bar between any two parts of so many bits. */
  private String drawn(int size, int count) {
    StringBuilder row = new StringBuilder(COLUMNS);
    for (int i = 0; i < count; i++) {
      if (i > 0 && (i % 8 == 0 || i % 6 == 0)) {
        row.append(i % size == 0 ? '|' : ' ');
      }
      row.append(bit(i) ? '1' : '0');
    }
    return row.toString();
  }

  private boolean bit(int i) {
    return i < octets.length * 8 && (octets[i / 8] >> (7 - i % 8) & 1) == 1;
  }

  private static String placed(List<String> cells, int[] columns) {
    StringBuilder row = new StringBuilder(COLUMNS);
    int used = 0;
    for (int i = 0; i < cells.size(); i++) {
      row.append(" ".repeat(Math.max(0, columns[i] - used))).append(cells.get(i));
      used = Math.max(used, columns[i]) + Glyphs.width(cells.get(i));
    }
    return row.toString();
  }
}
