package smtpterm.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a user can set, such as {@code hints} to {@code off}: by {@code /set} in the
 * terminal, and in his configuration file.
 *
 * <p>This table feeds {@code /set}, its completion and the check of the file. What each is for
 * stands in the texts under {@code shell.set.NAME.line}.
 */
public enum Preference {
  /** Grey hints behind the cursor. */
  HINTS("on", "off"),
  /** The status line. */
  STATUS("on", "off"),
  /** How much is said about each reply. */
  EXPLAIN("short", "full", "off"),
  /** Secrets in clear. */
  REVEAL("off", "on"),
  /** Commands go out without waiting for the reply to the one before. */
  PIPELINING("off", "on"),
  /** Which editor the keys are like. */
  KEYS("emacs", "vi"),
  /** The octets of each line. */
  WIRE("off", "on"),
  /** The colours. */
  THEME("auto", "dark", "light", "high-contrast", "none"),
  /** The language. */
  LANG("de", "en");

  /** A copy, which nobody can change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> choices;

  /** The values that can be set; the first is what holds where nobody said anything. */
  Preference(String... choices) {
    this.choices = List.of(choices);
  }

  /** How it is called: {@code hints}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it can be set to, the usual value first; never empty. */
  public List<String> choices() {
    return choices;
  }

  /** The one of this name, in lower case. */
  public static Optional<Preference> named(String key) {
    return Stream.of(values()).filter(p -> p.key().equals(key)).findFirst();
  }

  /** All names, in the order of {@code /set}. */
  public static List<String> names() {
    return Stream.of(values()).map(Preference::key).toList();
  }
}
