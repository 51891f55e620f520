package smtpterm.notation;

import java.util.Objects;

/**
 * Something in a line that may say who says it, such as {@code C:} or {@code <--}.
 *
 * @param key the mark, in small letters
 * @param junk what stands before it, such as the time
 * @param text what stands behind it
 */
record Mark(String key, String junk, String text) {
  Mark {
    Objects.requireNonNull(key, "key");
  }

  /** What kind of thing stands before the mark: {@code 12:30 [main]} and {@code 12:31 [main]}. */
  String shape() {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < junk.length(); i++) {
      char c = junk.charAt(i);
      char kind = Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '0' : c;
      boolean more = shape.length() > 0 && shape.charAt(shape.length() - 1) == kind;
      if (!Character.isWhitespace(c) && !(more && (kind == 'a' || kind == '0'))) {
        shape.append(kind);
      }
    }
    return shape.toString();
  }
}
