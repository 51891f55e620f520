package smtpterm.replay;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import smtpterm.script.Place;
import smtpterm.session.Turn;
import smtpterm.text.Texts;

/**
 * Something that did not come as the file says, such as 550 where 250 was expected.
 *
 * @param at the line of the file; of an expectation, where that stands
 * @param kind what is wrong
 * @param expected what was expected, as written in the file, without its {@code S: }; empty where
 *     the file says nothing
 * @param came the reply that came instead, secrets masked; perhaps empty
 * @param arguments what the sentences name; free of secrets, perhaps strangers' text, so escape it
 */
public record Failure(
    Place at, Kind kind, String expected, Optional<Turn> came, List<String> arguments) {
  /** Copies the list. */
  public Failure {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(came, "came");
    arguments = List.copyOf(arguments);
  }

  static Failure of(Place at, Kind kind, Object... arguments) {
    return new Failure(
        at, kind, "", Optional.empty(), List.of(arguments).stream().map(String::valueOf).toList());
  }

  Failure expecting(String written) {
    return new Failure(at, kind, written, came, arguments);
  }

  Failure after(Turn turn) {
    return new Failure(at, kind, expected, Optional.of(turn), arguments);
  }

  /** Which exit code a failure leads to. */
  public enum Weight {
    /** The server did something else than the file says. */
    EXPECTATION,
    /** The file cannot be played as it is. */
    FILE,
    /** There is no connection, or it was lost. */
    CONNECTION
  }

  /** What can be wrong. */
  public enum Kind {
    /** Another code came. */
    WRONG_CODE(Weight.EXPECTATION, false),
    /** A command about whose reply the file says nothing was refused. */
    REFUSED(Weight.EXPECTATION, false),
    /** Another text came. */
    OTHER_TEXT(Weight.EXPECTATION, false),
    /** Another enhanced status code came, or none. */
    OTHER_ENHANCED(Weight.EXPECTATION, false),
    /** No line of the reply holds a match of the regular expression. */
    NO_MATCH(Weight.EXPECTATION, false),
    /** The reply has another number of lines, or they are in another order. */
    OTHER_LINES(Weight.EXPECTATION, false),
    /** Fewer replies came than the file says. */
    NO_REPLY(Weight.EXPECTATION, false),
    /** No reply came in time. */
    TIMEOUT(Weight.EXPECTATION, true),
    /** A reply came that nobody asked for. */
    UNASKED(Weight.EXPECTATION, false),
    /** The server invited message text where the file says a command. */
    TEXT_INVITED(Weight.EXPECTATION, true),
    /** The octets that BDAT announced are not all sent where the file says a command. */
    CHUNK_OPEN(Weight.EXPECTATION, true),
    /** The server asked nothing where the file says an answer. */
    NOT_ASKED(Weight.EXPECTATION, false),
    /** The server proves nothing, or asks what must not be answered. */
    DISTRUSTED(Weight.EXPECTATION, true),
    /** A regular expression took too long. */
    REGEX_TOO_SLOW(Weight.EXPECTATION, false),
    /** The server was to close, and did not. */
    STILL_OPEN(Weight.EXPECTATION, false),
    /** Nobody gave a secret. */
    NO_SECRET(Weight.EXPECTATION, true),
    /** A secret from outside may not go to this host. */
    SECRET_FOR_OTHERS(Weight.EXPECTATION, true),
    /** A secret would go where others can listen in. */
    CLEARTEXT(Weight.EXPECTATION, true),
    /** Nobody has said what a name stands for. */
    UNKNOWN_NAME(Weight.FILE, true),
    /** A value would make more than one line, or holds NUL. */
    UNSENDABLE(Weight.FILE, true),
    /** A line or a value became too long. */
    TOO_LONG(Weight.FILE, true),
    /** There is nothing to compute an answer for. */
    NO_ANSWER(Weight.FILE, true),
    /** Nobody has said where to connect. */
    NO_TARGET(Weight.FILE, true),
    /** This is no place to connect to. */
    BAD_TARGET(Weight.FILE, true),
    /** A file to be sent is not in the folder. */
    FILE_OUTSIDE(Weight.FILE, true),
    /** There is no such file. */
    FILE_MISSING(Weight.FILE, true),
    /** A file cannot be read. */
    FILE_UNREADABLE(Weight.FILE, true),
    /** A file is no text. */
    FILE_NUL(Weight.FILE, true),
    /** No connection came about. */
    NO_CONNECTION(Weight.CONNECTION, true),
    /** The connection ended while the file still needs it. */
    ENDED(Weight.CONNECTION, true);

    private final Weight weight;
    private final boolean last;

    Kind(Weight weight, boolean last) {
      this.weight = weight;
      this.last = last;
    }

    /** Which exit code it leads to. */
    public Weight weight() {
      return weight;
    }
  }

  /** Whether the run ends with it, whatever the audience wants. */
  public boolean last() {
    return kind.last
        || (kind == Kind.UNASKED && came.filter(turn -> turn.reply().is(421)).isPresent());
  }

  /** What is wrong, as a sentence. */
  public String what(Texts texts) {
    Object[] named =
        kind == Kind.DISTRUSTED
            ? new Object[] {Doubt.sentence(texts, arguments.get(0), arguments.get(1))}
            : arguments.toArray();
    return texts.say("replay.failure." + key() + ".what", named);
  }

  /** What to do about it, as a sentence. */
  public String remedy(Texts texts) {
    return texts.say("replay.failure." + key() + ".remedy", arguments.toArray());
  }

  /** In lower case with dashes, for reports: {@code wrong-code}. */
  public String key() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
