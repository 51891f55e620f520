package smtpterm.knowledge;

import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;

/**
 * A reply in its place: {@code 250} to {@code RCPT TO:<bob@kolleg.de>}, after the sender was
 * accepted.
 *
 * @param before what both sides knew when the reply came; the line that it answers is sent already,
 *     so that an AUTH line has opened its exchange and an answer stands in it
 * @param asked what the reply answers; empty when it came unasked
 * @param reply what the server said
 * @param after what both sides know now
 */
public record Moment(Progress before, Optional<Asked> asked, Reply reply, Progress after) {
  public Moment {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(reply, "reply");
    Objects.requireNonNull(after, "after");
  }

  /** The verb that the reply answers, in upper case; empty when it answers no command. */
  String verb() {
    return asked.map(Asked::verb).orElse("");
  }

  /** The line that the reply answers; empty when there is none. */
  String line() {
    return asked.map(Asked::line).orElse("");
  }

  /** Whether the line that the reply answers is a secret as a whole. */
  boolean hidden() {
    return asked.map(Asked::hidden).orElse(false);
  }

  /** Whether the reply answers something of this kind. */
  boolean answers(Asked.Kind kind) {
    return asked.map(a -> a.kind() == kind).orElse(false);
  }

  /** Whether the reply has one of these codes. */
  boolean code(int... codes) {
    for (int code : codes) {
      if (reply.is(code)) {
        return true;
      }
    }
    return false;
  }
}
