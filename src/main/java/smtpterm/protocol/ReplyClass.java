package smtpterm.protocol;

/** What the first digit of a reply code says (RFC 5321 section 4.2.1). */
public enum ReplyClass {
  /** 2xx, and +OK of POP3: done. */
  POSITIVE,
  /** 3xx, and + of POP3: go on, more is needed. */
  INTERMEDIATE,
  /** 4xx: not now; the same may work later. */
  TRANSIENT,
  /** 5xx, and -ERR of POP3: no; the same will be refused again. */
  PERMANENT,
  /** No code, or one that RFC 5321 does not know: 0xx, 1xx, 6xx to 9xx. */
  UNKNOWN;

  /** The class of a code such as {@code 250}; {@link #UNKNOWN} for anything else. */
  public static ReplyClass of(String code) {
    if (code.length() != 3 || code.charAt(0) == '+') {
      return switch (code) {
        case "+OK" -> POSITIVE;
        case "+" -> INTERMEDIATE;
        case "-ERR" -> PERMANENT;
        default -> UNKNOWN;
      };
    }
    return switch (code.charAt(0)) {
      case '2' -> POSITIVE;
      case '3' -> INTERMEDIATE;
      case '4' -> TRANSIENT;
      case '5' -> PERMANENT;
      default -> UNKNOWN;
    };
  }

  /** Whether the server refused: 4xx or 5xx. */
  public boolean refusal() {
    return this == TRANSIENT || this == PERMANENT;
  }
}
