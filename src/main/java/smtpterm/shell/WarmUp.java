package smtpterm.shell;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import smtpterm.knowledge.Explainer;
import smtpterm.knowledge.Moment;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Reply;
import smtpterm.protocol.Smtp;
import smtpterm.screen.Look;

/**
 * Does unseen what a person will do first, on threads of its own, so that he need not wait until
 * classes and catalogue are loaded: neither for the first reply nor for the first key.
 */
final class WarmUp {
  /** A line of everything: verb, address, parameter, and at last a flaw. */
  private static final String LINE = "MAIL FROM:<anna@kolleg.de> SIZE=1000 X";

  private static final int ROUNDS = 3;
  private static final int COLUMNS = 80;

  private final Supplier<InputAid> aids;
  private final Look look;
  private final AtomicBoolean greeted = new AtomicBoolean();

  /**
   * @param aids makes an aid that nobody else uses: it is asked beside the one of the editor
   */
  WarmUp(Supplier<InputAid> aids, Look look) {
    this.aids = aids;
    this.look = look;
  }

  /** While the connection is made: the catalogue. */
  static void explain(Explainer explainer) {
    Smtp smtp = new Smtp();
    Reply greeting = Reply.of("220 2.0.0 warm");
    Moment moment =
        new Moment(
            smtp.start(),
            Optional.of(Asked.GREETING),
            greeting,
            smtp.replied(smtp.start(), Asked.GREETING, greeting));
    start(() -> explainer.explain(moment));
  }

  /** Once the server has spoken: what helps while a line is typed. Does it the first time only. */
  void type() {
    if (greeted.compareAndSet(false, true)) {
      start(this::rehearse);
    }
  }

  private void rehearse() {
    InputAid aid = aids.get();
    InputHighlighter colours = new InputHighlighter(aid, look, () -> true);
    for (int round = 0; round < ROUNDS; round++) {
      for (int end = 1; end <= LINE.length(); end++) {
        String line = LINE.substring(0, end);
        aid.status(line, false, COLUMNS);
        colours.draw(line, line, COLUMNS);
      }
      aid.complete("E");
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "smtpterm-warm-up");
    thread.setDaemon(true);
    thread.start();
  }
}
