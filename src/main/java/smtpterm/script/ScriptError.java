package smtpterm.script;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    MISSING_ARGUMENT,
    SUPERFLUOUS_ARGUMENT,
    BAD_DURATION,
    BAD_SWITCH,
    BAD_NAME,
    OPEN_VARIABLE,
    BAD_HEX,
    OPEN_REGEX,
    BAD_REGEX,
    NO_CODE,
    LINE_TOO_LONG,
    FILE_TOO_LARGE,
    NOT_UTF8,
    TOO_MANY,
    TOO_MANY_REPLIES,
    TEXT_OPEN,
    SHORT_CHUNK,
    SEND_WITHOUT_DATA,
    INCLUDE_WITHOUT_FOLDER,
    NO_STEP,
    NO_DIALOGUE,
    UNCERTAIN_CLIENT,
    UNCERTAIN_SERVER,
    LEFT_OUT,
    DECORATED,
    JOINED,
    CUT,
    OTHER_CHARSET
  }

  /** Copies the list. */
  public ScriptError {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    arguments = List.copyOf(arguments);
  }

  /** One with these arguments. */
  public static ScriptError of(Place at, Kind kind, String... arguments) {
    return new ScriptError(at, kind, List.of(arguments));
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
