package smtpterm.config;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import smtpterm.text.Texts;

/**
 * Something wrong in the file, such as line 3: {@code colour} is unknown, {@code color} was meant.
 *
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1
 * @param source the line that stands there; empty where there is none to show
 * @param kind what is wrong
 * @param arguments what its sentences name
 */
public record Problem(int line, int column, String source, Kind kind, List<String> arguments) {
  /** What can be wrong. Each has a sentence that says it, and one that says what to do. */
  public enum Kind {
    // The whole file
    FOLDER,
    NO_FILE,
    TOO_LONG,
    UNREADABLE,
    NOT_UTF8,
    // No TOML
    UNQUOTED,
    NO_VALUE,
    BACKSLASH,
    CURLY_QUOTES,
    UNCLOSED,
    HEAD,
    TOO_DEEP,
    TWICE,
    SYNTAX,
    // Keys
    UNKNOWN,
    UNKNOWN_NEAR,
    ELSEWHERE,
    UNKNOWN_TABLE,
    UNKNOWN_TABLE_NEAR,
    SECRET,
    // Values
    WRONG_VALUE,
    WRONG_CHOICE,
    WRONG_TYPE,
    NO_TABLE,
    // Servers
    SERVER_NAME,
    SERVER_COMMAND,
    SERVER_DOT,
    SERVER_NO_PLACE,
    SERVER_TWO_PLACES,
    SERVER_NO_PORT;

    private String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies the list. */
  public Problem {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(kind, "kind");
    arguments = List.copyOf(arguments);
    if (line < 0 || column < 1) {
      throw new IllegalArgumentException(line + ":" + column);
    }
  }

  /** Of the whole file. */
  static Problem ofFile(Kind kind, String... arguments) {
    return new Problem(0, 1, "", kind, List.of(arguments));
  }

  /** What is wrong, in one sentence. */
  public String what(Texts texts) {
    return texts.say("config.problem." + kind.key(), arguments.toArray());
  }

  /** What to do about it, in one sentence. */
  public String remedy(Texts texts) {
    return texts.say("config.remedy." + kind.key(), arguments.toArray());
  }
}
