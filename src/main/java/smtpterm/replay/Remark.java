package smtpterm.replay;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import smtpterm.script.Place;
import smtpterm.text.Texts;

/**
 * Something the player did by itself, such as holding back message text after a refused DATA.
 *
 * @param at the line that it is about
 * @param kind what it did
 * @param arguments what the sentence names; free of secrets, perhaps strangers' text, so escape it
 */
public record Remark(Place at, Kind kind, List<String> arguments) {
  /** What the player does by itself. */
  public enum Kind {
    /** DATA was refused, so the message text was not sent; how many lines of the file. */
    TEXT_HELD_BACK,
    /** A login was refused, so the rest of its answers was not sent; how many lines of the file. */
    ANSWERS_HELD_BACK,
    /** A file was sent as message text; its name, lines and octets. */
    FILE_SENT
  }

  /** Copies the list. */
  public Remark {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    arguments = List.copyOf(arguments);
  }

  static Remark of(Place at, Kind kind, Object... arguments) {
    return new Remark(at, kind, List.of(arguments).stream().map(String::valueOf).toList());
  }

  /** It as a sentence. */
  public String sentence(Texts texts) {
    String key = "replay.remark." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean one = kind != Kind.FILE_SENT && arguments.equals(List.of("1"));
    return texts.say(one ? key + ".one" : key, arguments.toArray());
  }
}
