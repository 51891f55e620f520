package smtpterm.shell;

import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.ReplyClass;
import smtpterm.session.Notice;

/**
 * Hears how a login typed line by line ended, for the lines behind it: what was meant for it is a
 * secret still.
 */
final class LoginEnd {
  private volatile boolean open;
  private volatile int answersUnasked;
  private volatile Login.Outcome outcome = Login.Outcome.NONE;

  /** To be told everything that happens. */
  void hear(Notice notice) {
    if (notice instanceof Notice.Sent sent) {
      boolean auth = sent.kind() == LineKind.COMMAND && new Command(sent.line().strip()).is("AUTH");
      open |= sent.kind() == LineKind.ANSWER || auth;
      answersUnasked = 0;
    } else if (notice instanceof Notice.Replied replied) {
      boolean goesOn = replied.turn().after().exchange().isPresent();
      if (open && !goesOn) {
        boolean yes = replied.turn().reply().replyClass() == ReplyClass.POSITIVE;
        outcome = yes ? Login.Outcome.ACCEPTED : Login.Outcome.REFUSED;
        answersUnasked = replied.turn().before().exchange().map(Exchange::answersDue).orElse(0);
      }
      open = goesOn;
    } else if (notice instanceof Notice.Ended) {
      outcome = open ? Login.Outcome.REFUSED : outcome;
      open = false;
    }
  }

  /** How it ended since this was asked last. */
  Login.Outcome takeOutcome() {
    Login.Outcome taken = outcome;
    outcome = Login.Outcome.NONE;
    return taken;
  }

  /** How many answers the server did not ask for any more; told once. */
  int takeAnswersUnasked() {
    int taken = answersUnasked;
    answersUnasked = 0;
    return taken;
  }
}
