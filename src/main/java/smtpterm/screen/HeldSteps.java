package smtpterm.screen;

import java.util.List;
import smtpterm.protocol.Asked;
import smtpterm.protocol.ReplyClass;
import smtpterm.session.Turn;

/**
 * Keeps {@code → EHLO …} back while TLS is being agreed on: only when it has begun, that comes
 * next.
 */
final class HeldSteps {
  private List<String> held = List.of();

  /** What may be shown of these steps below this reply: all, or nothing yet. */
  List<String> below(Turn turn, List<String> steps) {
    boolean agreeing =
        turn.reply().replyClass() == ReplyClass.POSITIVE
            && turn.asked().filter(HeldSteps::asksForTls).isPresent();
    held = agreeing ? List.copyOf(steps) : List.of();
    return agreeing ? List.of() : steps;
  }

  /** What was kept back, now that TLS has begun or will not begin; not twice. */
  List<String> release() {
    List<String> released = held;
    held = List.of();
    return released;
  }

  /** Whether this asks for TLS in place. */
  static boolean asksForTls(Asked asked) {
    return asked.command("STARTTLS") || asked.command("STLS");
  }
}
