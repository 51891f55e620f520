package smtpterm.protocol;

/**
 * Looks for characters that no quoted string hides: in {@code <"a>b"@c>} the last {@code >} ends
 * the path (RFC 5321 section 4.1.2).
 */
final class Quotes {
  private Quotes() {}

  /** The index of the first such character at or behind {@code from}, or -1. */
  static int outside(String text, char wanted, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\') {
        i++;
      } else if (!quoted && c == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Where the quoted string that opens at {@code from} ends, the quote included; or -1. */
  static int end(String text, int from) {
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i + 1;
      }
    }
    return -1;
  }
}
