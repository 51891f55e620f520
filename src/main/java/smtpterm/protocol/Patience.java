package smtpterm.protocol;

import java.time.Duration;

/** How long a server may take to answer: ten minutes after the dot (RFC 5321 section 4.5.3.2). */
public final class Patience {
  /** For most commands. */
  public static final Duration USUAL = Duration.ofMinutes(5);

  private Patience() {}

  /** The least time that a client should wait for the reply to this. */
  public static Duration with(Asked asked) {
    if (asked.kind() == Asked.Kind.DOT) {
      return Duration.ofMinutes(10);
    }
    return asked.command("DATA") ? Duration.ofMinutes(2) : USUAL;
  }
}
