package smtpterm.mail;

import java.util.List;
import java.util.Objects;

/**
 * Something that a careful reader sees in a message, such as answers that would go elsewhere.
 *
 * @param kind what it is
 * @param arguments words of the message, numbers and durations, in the order of its sentence
 */
public record Finding(Kind kind, List<Object> arguments) {
  public Finding {
    Objects.requireNonNull(kind, "kind");
    arguments = List.copyOf(arguments);
  }

  static Finding of(Kind kind, Object... arguments) {
    return new Finding(kind, List.of(arguments));
  }

  /** How much a finding weighs. None of them proves anything. */
  public enum Weight {
    /** As it should be. */
    FINE,
    /** Good to know. */
    NOTE,
    /** Worth a second look. */
    ODD
  }

  /** What can be found. */
  public enum Kind {
    FROM_MISSING(Weight.ODD),
    FROM_TWICE(Weight.ODD),
    NAME_IS_OTHER_ADDRESS(Weight.ODD),
    RETURN_PATH_SAME(Weight.FINE),
    RETURN_PATH_RELATED(Weight.FINE),
    RETURN_PATH_DIFFERS(Weight.ODD),
    RETURN_PATH_EMPTY(Weight.NOTE),
    RETURN_PATH_MISSING(Weight.NOTE),
    REPLY_TO_DIFFERS(Weight.ODD),
    MESSAGE_ID_FITS(Weight.FINE),
    MESSAGE_ID_DIFFERS(Weight.NOTE),
    MESSAGE_ID_MISSING(Weight.NOTE),
    DATE_MISSING(Weight.ODD),
    DATE_UNREADABLE(Weight.ODD),
    DATE_FITS(Weight.FINE),
    DATE_BEFORE(Weight.NOTE),
    DATE_AFTER(Weight.ODD),
    RECEIVED_MISSING(Weight.NOTE),
    RECEIVED_UNREADABLE(Weight.NOTE),
    CLOCK_BACK(Weight.ODD),
    DELAY(Weight.NOTE),
    CHECKED_ELSEWHERE(Weight.ODD),
    NOT_CHECKED(Weight.NOTE),
    HEADER_8BIT(Weight.NOTE),
    HEADER_NOT_UTF8(Weight.ODD),
    HEADER_STRAY(Weight.ODD),
    HEADER_DROPPED(Weight.ODD),
    CHARSET_GUESSED(Weight.NOTE),
    CHARSET_UNKNOWN(Weight.ODD),
    ENCODING_UNKNOWN(Weight.ODD),
    TEXT_CUT(Weight.NOTE),
    TOO_DEEP(Weight.ODD),
    TOO_MANY_PARTS(Weight.ODD),
    BROKEN(Weight.ODD);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    /** How much it weighs. */
    public Weight weight() {
      return weight;
    }
  }
}
