package smtpterm.shell;

import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.ReplyClass;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.session.Turn;

/**
 * {@code /tour}: walks somebody who is new through a mail on the practice server, a short text for
 * each step.
 *
 * <p>The user types real lines, any he likes; where the conversation stands decides which step is
 * due, so a mistake leaves him where he is, and a detour does no harm. It only looks and speaks: no
 * method waits, and under its own lock it never calls the client.
 */
final class Tour {
  /** The words behind {@code /tour}. */
  static final LocalCommand.Completer COMPLETER = LocalCommand.words("skip", "stop");

  private final Optional<Practice> practice;
  private final Conversation conversation;
  private final Connecting connecting;
  private final Sending sending;
  private final TourGuide guide;
  private boolean running;
  private boolean farewell;
  private Optional<TourStep> step = Optional.empty();
  private TourStep.Done done = TourStep.Done.NOTHING;

  Tour(
      Optional<Practice> practice,
      Conversation conversation,
      Connecting connecting,
      Sending sending,
      Screen screen) {
    this.practice = practice;
    this.conversation = conversation;
    this.connecting = connecting;
    this.sending = sending;
    this.guide = new TourGuide(screen, practice.map(Practice::addresses).orElse(List.of()));
  }

  /** {@code /tour} begins it or shows the step once more; {@code skip} and {@code stop}. */
  void run(String argument) {
    switch (argument) {
      case "" -> beginOrRepeat();
      case "skip" -> skip();
      case "stop" -> stop();
      default -> guide.say("shell.tour.how");
    }
  }

  private void beginOrRepeat() {
    if (repeated()) {
      return;
    }
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      guide.say(obstacle.get());
      return;
    }
    begin();
    if (!conversation.open()) {
      connecting.run("smtp");
      if (!conversation.open()) {
        end();
      }
    }
  }

  private synchronized boolean repeated() {
    step.ifPresent(due -> guide.announce(due));
    return running;
  }

  /** Why it cannot begin here: the key of the sentence. */
  private Optional<String> obstacle() {
    if (practice.isEmpty()) {
      return Optional.of("shell.tour.only-practice");
    }
    if (!conversation.open()) {
      return Optional.empty();
    }
    Optional<Target> target = conversation.target();
    Venue venue = new Venue(practice.get());
    if (target.filter(to -> venue.has(to.endpoint())).isEmpty()) {
      return Optional.of("shell.tour.elsewhere");
    }
    boolean smtp =
        conversation.view().filter(v -> v.progress().protocol() == Protocol.SMTP).isPresent();
    return smtp ? Optional.empty() : Optional.of("shell.tour.not-smtp");
  }

  private synchronized void begin() {
    running = true;
    farewell = false;
    step = Optional.empty();
    done = TourStep.Done.NOTHING;
    guide.begin();
    if (conversation.open()) {
      conversation.view().map(SessionView::progress).ifPresent(this::goOn);
    }
  }

  private void skip() {
    Optional<TourStep> due = due();
    if (due.isEmpty()) {
      guide.say("shell.tour.not-running");
    } else if (due.get() == TourStep.INBOX) {
      looked();
    } else {
      sending.send(guide.line(due.get()), false);
    }
  }

  private synchronized Optional<TourStep> due() {
    return step;
  }

  private synchronized void stop() {
    guide.say(running ? "shell.tour.stopped" : "shell.tour.not-running");
    end();
  }

  private synchronized void end() {
    running = false;
    step = Optional.empty();
    guide.quiet();
  }

  /** Somebody looked into a mailbox. */
  synchronized void looked() {
    if (running && done.delivered()) {
      done = done.withLook();
      conversation.view().map(SessionView::progress).ifPresent(this::goOn);
    }
  }

  /** Hears everything that happens, after it was shown. */
  synchronized void hear(Notice notice) {
    if (!running) {
      return;
    }
    if (notice instanceof Notice.Sent sent) {
      sent(sent);
    } else if (notice instanceof Notice.Replied replied) {
      replied(replied.turn());
    } else if (notice instanceof Notice.Ended) {
      if (done.delivered() && farewell) {
        guide.finish();
      } else {
        guide.note("shell.tour.gone");
      }
      end();
    }
  }

  private void sent(Notice.Sent sent) {
    if (sent.kind() != LineKind.TEXT) {
      return;
    }
    boolean over = done.header();
    if (!over && (sent.line().indexOf(':') > 0 || sent.line().isEmpty())) {
      done = done.withHeader(true);
      step = Optional.of(TourStep.MESSAGE);
      guide.announce(TourStep.MESSAGE);
    } else if (!over && !sent.line().equals(".")) {
      guide.note("shell.tour.no-header");
    }
    guide.typedText(sent.line());
  }

  private void replied(Turn turn) {
    boolean refused = turn.reply().replyClass().refusal();
    boolean dot = turn.asked().filter(asked -> asked.kind() == Asked.Kind.DOT).isPresent();
    boolean mailed = turn.after().phase() == Phase.AFTER && turn.before().phase() != Phase.AFTER;
    farewell |= turn.asked().filter(asked -> asked.command("QUIT")).isPresent();
    if (dot) {
      done = done.withHeader(false);
    }
    if (mailed && !refused) {
      done = done.withDelivery();
    }
    boolean moved = goOn(turn.after());
    if (moved || step.isEmpty() || turn.asked().isEmpty() || farewell) {
      return;
    }
    if (turn.reply().is(530)) {
      guide.note("shell.tour.first");
    } else if (refused) {
      guide.remind("shell.tour.refused", step.get());
    } else if (turn.reply().replyClass() == ReplyClass.POSITIVE) {
      guide.remind("shell.tour.detour", step.get());
    }
  }

  /** Shows the step that is due now, if it is another one. */
  private boolean goOn(Progress progress) {
    Optional<TourStep> due = TourStep.due(progress, done);
    if (due.isEmpty() || due.equals(step)) {
      return false;
    }
    step = due;
    guide.announce(due.get());
    return true;
  }
}
