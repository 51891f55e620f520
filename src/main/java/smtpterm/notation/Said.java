package smtpterm.notation;

import java.util.Optional;

/**
 * A line with what its mark tells.
 *
 * @param row the line
 * @param side whose mark it has; empty without a mark, or with one that both sides have
 * @param key the mark; empty without one
 * @param text what stands behind the mark
 */
record Said(Row row, Optional<Side> side, String key, String text) {
  static Said unmarked(Row row) {
    return new Said(row, Optional.empty(), "", row.text());
  }

  int line() {
    return row.line();
  }

  boolean marked() {
    return side.isPresent();
  }

  boolean of(Side who) {
    return side.isPresent() && side.get() == who;
  }

  /** Whether the mark is a word, as {@code C:} is; then nothing behind it is an empty line. */
  boolean named() {
    return !key.isEmpty() && Character.isLetter(key.charAt(0));
  }
}
