package smtpterm.script;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import smtpterm.text.Texts;

/**
 * What is wrong or doubtful at one place, such as {@code 3:1 unmarked}.
 *
 * @param at the place
 * @param kind what it is
 * @param arguments what the sentences about it name; strangers' text, so escape it
 */
public record ScriptError(Place at, Kind kind, List<String> arguments) {
  /** What can be wrong with a session file, or uncertain in a transcript. */
  public enum Kind {
    UNMARKED,
    UNKNOWN_DIRECTIVE,
    MISSPELT_DIRECTIVE,
    MISSING_ARGUMENT,
    SUPERFLUOUS_ARGUMENT,
    BAD_DURATION,
    DURATION_OUT_OF_RANGE,
    BAD_TARGET,
    BAD_SWITCH,
    BAD_NAME,
    RESERVED_NAME,
    OPEN_VARIABLE,
    DEEP_VARIABLE,
    MANY_PLACES,
    BAD_HEX,
    OPEN_REGEX,
    BAD_REGEX,
    LONG_REGEX,
    UNPRINTABLE_REGEX,
    NO_CODE,
    SPACED_CODES,
    OPEN_REPLY,
    OPEN_BODY,
    STRAY_LINES,
    LINE_TOO_LONG,
    FILE_TOO_LARGE,
    TOO_MANY_LINES,
    NOT_UTF8,
    TOO_MANY,
    TOO_MANY_REPLIES,
    TEXT_OPEN,
    SHORT_CHUNK,
    SEND_WITHOUT_DATA,
    SEND_WITHOUT_FOLDER,
    INCLUDE_WITHOUT_FOLDER,
    INCLUDE_VARIABLE,
    INCLUDE_CYCLE,
    INCLUDE_DEPTH,
    INCLUDE_TOO_MUCH,
    FILE_ABSOLUTE,
    FILE_OUTSIDE,
    FILE_MISSING,
    FILE_NOT_REGULAR,
    FILE_UNREADABLE,
    NO_STEP,
    NO_DIALOGUE,
    UNCERTAIN_CLIENT,
    UNCERTAIN_SERVER,
    LEFT_OUT,
    DECORATED,
    JOINED,
    CUT,
    UNEXPECTED,
    OTHER_CHARSET,
    /** Only where the server's side is played: so is what follows. */
    NO_SAMPLE,
    SAMPLE_DIFFERS,
    UNKNOWN_TEXT,
    MUTUAL_MECHANISM,
    SECOND_CONNECTION,
    SAID_AFTER_CLOSED
  }

  /** Longer ones help nobody; strangers wrote them. */
  private static final int LONGEST_ARGUMENT = 400;

  /** Copies the list. */
  public ScriptError {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    arguments = List.copyOf(arguments);
  }

  /** One with these arguments, which are cut where they are long. */
  public static ScriptError of(Place at, Kind kind, String... arguments) {
    return new ScriptError(at, kind, Stream.of(arguments).map(ScriptError::cut).toList());
  }

  private static String cut(String argument) {
    boolean whole = argument.length() <= LONGEST_ARGUMENT;
    return whole ? argument : argument.substring(0, LONGEST_ARGUMENT - 1) + "…";
  }

  /** The same in a file of this name. */
  ScriptError in(String file) {
    return new ScriptError(new Place(file, at.line(), at.column()), kind, arguments);
  }

  /** What is wrong, as a sentence. */
  public String what(Texts texts) {
    return texts.say("script.error." + key() + ".what", arguments.toArray());
  }

  /** How to write it instead, as a sentence. */
  public String remedy(Texts texts) {
    return texts.say("script.error." + key() + ".remedy", arguments.toArray());
  }

  private String key() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
