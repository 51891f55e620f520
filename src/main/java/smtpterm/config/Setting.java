package smtpterm.config;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Something that can be set, such as {@code timeout = "30s"}.
 *
 * @param name as it stands in the file
 * @param kind what kind of value it takes
 * @param choices the values there are; empty where there are too many to be listed
 * @param example a value that it takes, such as {@code 30s}; for who has to be told
 * @param check whether a value can be used; the choices need not be checked again
 */
public record Setting(
    String name, Kind kind, List<String> choices, String example, Predicate<String> check) {
  /** Kinds of values. */
  public enum Kind {
    /** {@code true} or {@code false}. */
    SWITCH,
    /** {@code "on"} or {@code "off"}; {@code true} and {@code false} mean the same. */
    ON_OFF,
    /** A text or a number. */
    TEXT,
    /** One text, or several: {@code ["one", "two"]}. */
    LIST
  }

  /** Copies the list. */
  public Setting {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    choices = List.copyOf(choices);
    Objects.requireNonNull(example, "example");
    Objects.requireNonNull(check, "check");
  }

  /** Whether this value can be used. */
  boolean takes(String value) {
    return choices.isEmpty() ? check.test(value) : choices.contains(value);
  }

  /** How it is written in the file: {@code timeout = "30s"}. */
  String written() {
    String one = choices.isEmpty() ? example : choices.get(0);
    boolean number = choices.isEmpty() && one.matches("[0-9]{1,9}");
    String quoted = number ? one : '"' + one + '"';
    return switch (kind) {
      case SWITCH -> name + " = true";
      case LIST -> name + " = [" + quoted + "]";
      default -> name + " = " + quoted;
    };
  }
}
