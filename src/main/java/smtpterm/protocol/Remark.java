package smtpterm.protocol;

import java.util.List;
import java.util.Objects;

/**
 * Something worth saying about a line of message text: {@code FIELD_MISSPELT} with {@code Subjekt}
 * and {@code Subject}.
 *
 * @param kind never null
 * @param arguments what a sentence about it needs, as the kind says; parts of what was typed, so
 *     with any character in them
 */
public record Remark(Kind kind, List<String> arguments) {
  public Remark {
    Objects.requireNonNull(kind, "kind");
    arguments = List.copyOf(arguments);
  }

  static Remark of(Kind kind, String... arguments) {
    return new Remark(kind, List.of(arguments));
  }

  /** What can be remarked. */
  public enum Kind {
    /** The first line is no header line. */
    HEADER_FIRST,
    /** Text right under the header, without an empty line. */
    EMPTY_LINE_MISSING,
    /** A line of blanks in the header, which does not end it. */
    BLANKS_ONLY,
    /** {@code Subject Hello}; the name. */
    FIELD_COLON,
    /** The name as typed, and the one that was probably meant. */
    FIELD_MISSPELT,
    /** A blank in front makes the line a part of the one above; the name. */
    FIELD_INDENTED,
    /** The name. */
    FIELD_TWICE,
    /** The header is over already; the name. */
    FIELD_LATE,
    /** All names that are missing. */
    FIELDS_MISSING,
    /** From, To or Cc without any address; the name. */
    ADDRESS_MISSING,
    BCC_SHOWN,
    /** ä in the header, and MAIL did not say SMTPUTF8. */
    HEADER_8BIT,
    /** ä in the text, and 8BITMIME is not offered. */
    TEXT_8BIT_NOT_OFFERED,
    /** ä in the text, 8BITMIME is offered, and MAIL did not say it. */
    TEXT_8BIT_UNDECLARED,
    /** The number of octets. */
    LINE_TOO_LONG,
    /** The lone dot came first. */
    ENDED_EMPTY,
    /** The lone dot came in the header. */
    ENDED_IN_HEADER,
    /** A dot with blanks around it. */
    DOT_NOT_ALONE,
    /** {@code .hidden}: the server takes the dot away. */
    DOT_LOST,
    /** {@code QUIT} in the text; the command. */
    COMMAND_IN_TEXT,
    /** {@code C:} was copied along; the mark. */
    COPIED_MARK,
    /** The sender of the envelope and the one of the header. */
    FROM_DIFFERS,
    /** A recipient of the envelope whom the header does not name. */
    RECIPIENT_HIDDEN,
    /** Somebody whom the header names, and who is no recipient. */
    RECIPIENT_NOT_SERVED
  }
}
