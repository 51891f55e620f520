package smtpterm.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An address in a header line, such as {@code anna@kolleg.de} in {@code Anna <anna@kolleg.de>} (RFC
 * 5322 section 3.4). Two are equal when they name the same mailbox.
 *
 * @param typed as it was written
 */
record FieldAddress(String typed) {
  /** The address in a path of the envelope. */
  static FieldAddress of(String path) {
    int colon = path.startsWith("@") ? path.indexOf(':') : -1;
    return new FieldAddress(path.substring(colon + 1));
  }

  /** All addresses of the value of From, To or Cc, in their order. */
  static List<FieldAddress> in(String value) {
    List<FieldAddress> addresses = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    String angle = "";
    int i = 0;
    while (i <= value.length()) {
      char c = i == value.length() ? ',' : value.charAt(i);
      if (c == ',' || c == ';') {
        String found = angle.isEmpty() ? plain.toString().strip() : angle;
        if (found.indexOf('@') >= 0 && found.length() <= 320) {
          addresses.add(of(found));
        }
        plain.setLength(0);
        angle = "";
      } else if (c == '"') {
        int end = Quotes.end(value, i);
        int behind = end < 0 ? value.length() : end;
        plain.append(value, i, behind);
        i = behind - 1;
      } else if (c == '(') {
        i = behindComment(value, i) - 1;
      } else if (c == '<') {
        int close = Quotes.outside(value, '>', i + 1);
        int end = close < 0 ? value.length() : close;
        angle = value.substring(i + 1, end).strip();
        i = Math.min(end, value.length() - 1);
      } else if (c == ':') {
        // What stood before is the name of a group.
        plain.setLength(0);
      } else {
        plain.append(c);
      }
      i++;
    }
    return addresses;
  }

  private static int behindComment(String value, int open) {
    int depth = 0;
    for (int i = open; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return value.length();
  }

  /** Domains have no case; the name of a mailbox may have (RFC 5321 section 2.4). */
  private String mailbox() {
    int at = typed.lastIndexOf('@');
    if (at < 0) {
      return typed;
    }
    String local = typed.substring(0, at);
    // Quotes around what needs none change nothing.
    String bare =
        local.matches("\"[A-Za-z0-9._+-]+\"") ? local.substring(1, local.length() - 1) : local;
    return bare + typed.substring(at).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldAddress address && mailbox().equals(address.mailbox());
  }

  @Override
  public int hashCode() {
    return mailbox().hashCode();
  }
}
