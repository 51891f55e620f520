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
public record FieldAddress(String typed) {
  /** RFC 5321 section 4.5.3.1: 64 octets, @ and 255. */
  private static final int MOST_CHARACTERS = 320;

  /** The address in a path of the envelope. */
  public static FieldAddress of(String path) {
    int colon = path.startsWith("@") ? path.indexOf(':') : -1;
    return new FieldAddress(path.substring(colon + 1));
  }

  /** All addresses of the value of From, To or Cc, in their order. */
  public static List<FieldAddress> in(String value) {
    List<FieldAddress> addresses = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    String angle = "";
    int i = 0;
    while (i < value.length()) {
      char c = value.charAt(i);
      int next = i + 1;
      switch (c) {
        case ',', ';' -> {
          add(addresses, angle.isEmpty() ? plain.toString() : angle);
          plain.setLength(0);
          angle = "";
        }
        case '"' -> {
          next = orEnd(Quotes.end(value, i), value);
          plain.append(value, i, next);
        }
        case '(' -> next = behindComment(value, i);
        case '<' -> {
          int close = orEnd(Quotes.outside(value, '>', i + 1), value);
          angle = value.substring(i + 1, close);
          next = Math.min(close + 1, value.length());
        }
        // What stood before is the name of a group.
        case ':' -> plain.setLength(0);
        default -> plain.append(c);
      }
      i = next;
    }
    add(addresses, angle.isEmpty() ? plain.toString() : angle);
    return addresses;
  }

  private static void add(List<FieldAddress> addresses, String text) {
    String found = text.strip();
    if (found.indexOf('@') >= 0 && found.length() <= MOST_CHARACTERS) {
      addresses.add(of(found));
    }
  }

  private static int orEnd(int index, String value) {
    return index < 0 ? value.length() : index;
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
