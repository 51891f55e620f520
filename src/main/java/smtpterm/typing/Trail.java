package smtpterm.typing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import smtpterm.protocol.Maildrop;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.screen.Role;
import smtpterm.text.Texts;

/**
 * How far it has come: {@code hello ✔ auth – mail ✔ rcpt 2 [data]}. What is done has a sign or its
 * number, what was left out a dash, what is due stands in brackets, and the rest is still to come.
 */
final class Trail {
  private static final Set<Phase> MAIL_UNDER_WAY =
      EnumSet.of(Phase.RCPT, Phase.DATA, Phase.TEXT, Phase.DOT, Phase.AFTER);
  private static final Set<Phase> RECIPIENT_KNOWN =
      EnumSet.of(Phase.DATA, Phase.TEXT, Phase.DOT, Phase.AFTER);

  private final List<Step> steps = new ArrayList<>();
  private final Texts texts;

  private enum State {
    DONE,
    LEFT_OUT,
    PRESENT,
    AHEAD
  }

  /**
   * @param sign what stands behind it, if not the usual
   */
  private record Step(String name, State state, String sign) {}

  /** What the server knows of us by now. */
  Trail(Progress progress, Texts texts) {
    this.texts = texts;
    if (progress.protocol() == Protocol.POP3) {
      fetching(progress);
    } else {
      sending(progress);
    }
  }

  /** All of it. */
  List<Span> whole() {
    return spans(steps);
  }

  /** Without what is still to come. */
  List<Span> soFar() {
    return spans(steps.stream().filter(step -> step.state() != State.AHEAD).toList());
  }

  /** What is due, or what was done last. */
  List<Span> present() {
    List<Step> known = steps.stream().filter(step -> step.state() != State.AHEAD).toList();
    List<Step> due = known.stream().filter(step -> step.state() == State.PRESENT).toList();
    return spans(
        due.isEmpty() && !known.isEmpty() ? known.subList(known.size() - 1, known.size()) : due);
  }

  private void sending(Progress progress) {
    Phase phase = progress.phase();
    boolean greeted = phase != Phase.GREETING && phase != Phase.HELLO;
    step("hello", greeted, phase == Phase.HELLO);
    boolean challenged = progress.exchange().isPresent();
    if (progress.loggedIn() || challenged || !progress.capabilities().mechanisms().isEmpty()) {
      boolean due = phase == Phase.AUTH || phase == Phase.CHALLENGE;
      boolean leftOut = MAIL_UNDER_WAY.contains(phase) && !progress.loggedIn();
      steps.add(
          leftOut
              ? new Step("auth", State.LEFT_OUT, "")
              : new Step("auth", state(progress.loggedIn(), due), ""));
    }
    step("mail", MAIL_UNDER_WAY.contains(phase), phase == Phase.MAIL);
    int recipients = progress.recipients().size();
    steps.add(
        new Step(
            "rcpt",
            state(RECIPIENT_KNOWN.contains(phase), phase == Phase.RCPT),
            recipients > 1 ? Integer.toString(recipients) : ""));
    step("data", phase == Phase.AFTER, phase != Phase.AFTER && RECIPIENT_KNOWN.contains(phase));
  }

  private void fetching(Progress progress) {
    Phase phase = progress.phase();
    step("login", progress.loggedIn(), !progress.loggedIn() && phase != Phase.GREETING);
    boolean over = phase == Phase.UPDATE || phase == Phase.CLOSED;
    boolean open = phase == Phase.TRANSACTION;
    Maildrop maildrop = progress.maildrop();
    List<String> known = new ArrayList<>();
    maildrop
        .messages()
        .ifPresent(messages -> known.add(texts.say("typing.status.messages", messages)));
    if (maildrop.marked() > 0) {
      known.add(texts.say("typing.status.marked", maildrop.marked()));
    }
    steps.add(
        new Step("maildrop", state(over && progress.loggedIn(), open), String.join(", ", known)));
  }

  private void step(String name, boolean done, boolean due) {
    steps.add(new Step(name, state(done, due), ""));
  }

  private static State state(boolean done, boolean due) {
    return done ? State.DONE : due ? State.PRESENT : State.AHEAD;
  }

  private List<Span> spans(List<Step> shown) {
    List<Span> spans = new ArrayList<>();
    for (Step step : shown) {
      String gap = spans.isEmpty() ? "" : " ";
      String name = texts.say("typing.status.step." + step.name());
      String sign = step.sign().isEmpty() ? "" : " " + step.sign();
      switch (step.state()) {
        case DONE -> {
          spans.add(new Span(Role.HINT, gap + name));
          spans.add(new Span(Role.POSITIVE, sign.isEmpty() ? " ✔" : sign));
        }
        case LEFT_OUT -> spans.add(new Span(Role.HINT, gap + name + " –"));
        case PRESENT -> {
          spans.add(new Span(Role.TERM, gap + "[" + name + "]"));
          spans.add(new Span(Role.HINT, sign));
        }
        case AHEAD -> spans.add(new Span(Role.HINT, gap + name));
      }
    }
    return spans;
  }
}
