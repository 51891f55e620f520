package smtpterm.session;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;

/**
 * A reply and what it belongs to: {@code RCPT TO:<bob@…>} was answered by {@code 250 ok}.
 *
 * @param asked what it answers; empty when nobody asked, or when it only informs
 * @param reply never null
 * @param before what was known before it; never null
 * @param after what is known since; never null
 * @param took from sending to the end of the reply; zero when nobody asked
 */
public record Turn(
    Optional<Asked> asked, Reply reply, Progress before, Progress after, Duration took) {
  public Turn {
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(reply, "reply");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(took, "took");
  }
}
