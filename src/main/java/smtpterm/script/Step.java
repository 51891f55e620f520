package smtpterm.script;

import java.time.Duration;
import java.util.Objects;

/** One line of a session file that means something. */
public sealed interface Step {
  /** Where it stands. */
  Place at();

  /**
   * Whether replies that stand behind it may still be those to the commands before it: a note,
   * {@code @timeout 10s}, {@code @set}, {@code @pipelining}.
   */
  default boolean aside() {
    return this instanceof Note
        || this instanceof Timeout
        || this instanceof Assignment
        || this instanceof Pipelining;
  }

  /** {@code # Carol writes to Bob}: a remark for people. */
  record Note(Place at, String text) implements Step {
    /** Refuses null. */
    public Note {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(text, "text");
    }
  }

  /** {@code C: EHLO me}: what the client sends. */
  record ClientLine(Place at, Template text) implements Step {
    /** Refuses null. */
    public ClientLine {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(text, "text");
    }
  }

  /** {@code S: 250}: what the server must say. */
  record ServerLine(Place at, Expectation expected) implements Step {
    /** Refuses null. */
    public ServerLine {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(expected, "expected");
    }
  }

  /** {@code @connect localhost:2525}. */
  record Connect(Place at, Template target) implements Step {}

  /** {@code @closed}: the server must close. */
  record Closed(Place at) implements Step {}

  /** {@code @timeout 10s}: how long to wait for each reply. */
  record Timeout(Place at, Duration limit) implements Step {}

  /** {@code @wait 500ms}. */
  record Wait(Place at, Duration time) implements Step {}

  /** {@code @pause}: waits for a key, where a person is watching. */
  record Pause(Place at) implements Step {}

  /** {@code @set user carol}. */
  record Assignment(Place at, String name, Template value) implements Step {}

  /** {@code @pipelining on}: whether commands in a row are sent together. */
  record Pipelining(Place at, boolean on) implements Step {}

  /** {@code @send letter.eml}: the content of this file as message text. */
  record SendFile(Place at, Template file) implements Step {}

  /** {@code @include login.session}. */
  record Include(Place at, Template file) implements Step {}
}
