package smtpterm.server;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that an address asks the server to do: {@code dot-452@kolleg.de} wants 452 behind the
 * dot.
 *
 * @param moment when it is done
 * @param deed what is done
 * @param answer what is said when the deed is {@link Deed#REFUSE}; else nobody hears it
 */
record Wish(Moment moment, Deed deed, Answer answer) {
  /** Long enough to be noticed, short enough for a lesson. */
  static final Duration SLOW = Duration.ofSeconds(5);

  Wish {
    Objects.requireNonNull(moment, "moment");
    Objects.requireNonNull(deed, "deed");
    Objects.requireNonNull(answer, "answer");
  }

  /** When a wish is granted. */
  enum Moment {
    /** In answer to the command that names the address. */
    ENVELOPE,
    /** In answer to DATA or to the first BDAT. */
    DATA,
    /** When the text is complete. */
    DOT
  }

  /** What is done. */
  enum Deed {
    /** It is refused. */
    REFUSE,
    /** It is refused at first, and taken a little later (RFC 6647). */
    GREYLIST,
    /** It is done, but slowly. */
    WAIT,
    /** The connection breaks. */
    DROP
  }

  /** The same at another moment. */
  Wish at(Moment other) {
    return new Wish(other, deed, answer);
  }

  boolean is(Moment when, Deed what) {
    return moment == when && deed == what;
  }

  /** What is said in place of the usual answer, if something is. */
  Optional<Utterance> instead() {
    return switch (deed) {
      case REFUSE -> Optional.of(answer.staged());
      case DROP -> Optional.of(Utterance.SILENCE.followedBy(Utterance.Then.DROP));
      case GREYLIST, WAIT -> Optional.empty();
    };
  }

  /** The usual answer, which may have to wait. */
  Utterance unhurried(Utterance usual) {
    return deed == Deed.WAIT ? usual.after(SLOW) : usual;
  }
}
