package smtpterm.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import smtpterm.knowledge.Explainer;
import smtpterm.knowledge.Moment;
import smtpterm.protocol.InTheClear;
import smtpterm.replay.Audience;
import smtpterm.replay.Failure;
import smtpterm.replay.Outcome;
import smtpterm.replay.Remark;
import smtpterm.report.Complaint;
import smtpterm.report.ConversationLog;
import smtpterm.report.Scene;
import smtpterm.screen.Endings;
import smtpterm.screen.Look;
import smtpterm.screen.TlsWords;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.session.Client;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.session.Turn;
import smtpterm.shell.Connecting;
import smtpterm.text.Texts;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.TlsFailure;

/** Watches a file being played, for a report: keeps what is said, and puts failures into words. */
final class CheckWatch implements Audience {
  /** After so many failures more of them help nobody. */
  private static final int MOST_FAILURES = 200;

  private final Texts texts;
  private final Explainer explainer;
  private final Spots spots;
  private final boolean keepGoing;
  private final boolean tlsRequired;
  private final Backstage backstage;
  private final ConversationLog log;
  private final Endings endings;
  private final List<Failure> seen = new ArrayList<>();
  private final List<Complaint> exposed = new ArrayList<>();
  private Client client;

  /**
   * What only those behind the scenes can do.
   *
   * @param stop ends the run at once
   * @param really where a connection goes that is meant for this target
   */
  record Backstage(Runnable stop, UnaryOperator<Target> really) {}

  CheckWatch(Texts texts, Explainer explainer, Spots spots, CheckRules rules, Backstage backstage) {
    this.texts = texts;
    this.explainer = explainer;
    this.spots = spots;
    this.keepGoing = rules.keepGoing();
    this.tlsRequired = rules.network().tlsRequired();
    this.backstage = backstage;
    this.log = new ConversationLog(explainer, rules.room());
    this.endings = new Endings(Look.plain(true), texts);
  }

  @Override
  public void connected(Target target, Client live) {
    client = live;
    happened(texts.say("cli.check.connected", backstage.really().apply(target)));
  }

  @Override
  public void heard(Notice notice) {
    log.heard(notice);
    if (notice instanceof Notice.Secured secured) {
      happened(new TlsWords(texts).begun(secured.tls()));
    } else if (notice instanceof Notice.Ended ended) {
      endings.sentences(ended.ending()).forEach(this::happened);
    }
  }

  @Override
  public void note(Place at, String text) {
    log.add(new Scene.Noted(text));
  }

  @Override
  public void before(Plan.Act act, String asSent, int secretFrom) {
    SessionView view = client.view();
    if (tlsRequired
        && view.tls().isEmpty()
        && view.ending().isEmpty()
        && !InTheClear.harmless(view.progress().protocol(), view.next(), asSent)) {
      exposed.add(
          new Complaint(
              Complaint.Kind.EXPECTATION,
              Optional.of(spots.of(act.at())),
              texts.say("cli.check.tls-required"),
              Optional.empty(),
              List.of(texts.say("cli.check.tls-required.remedy"))));
      log.add(new Scene.Failed(exposed.get(0)));
      // Without a connection nothing can leave.
      backstage.stop().run();
    }
  }

  @Override
  public void remark(Remark remark) {
    happened(remark.sentence(texts));
  }

  @Override
  public boolean failed(Failure failure) {
    seen.add(failure);
    log.add(new Scene.Failed(complaint(failure, Optional.empty())));
    return keepGoing && seen.size() < MOST_FAILURES;
  }

  /** What went wrong, as far as it is worth telling. */
  List<Complaint> complaints(Outcome outcome) {
    if (!exposed.isEmpty()) {
      // Whatever failed since, failed because we hung up.
      return exposed;
    }
    List<Complaint> all = new ArrayList<>();
    for (Failure failure : outcome.failures()) {
      Complaint complaint = complaint(failure, Optional.of(outcome));
      all.add(complaint);
      if (!seen.contains(failure)) {
        // What ends the run anyway is not asked about.
        log.add(new Scene.Failed(complaint));
      }
    }
    return all;
  }

  /** What was said. */
  List<Scene> scenes() {
    return log.scenes();
  }

  private void happened(String sentence) {
    log.add(new Scene.Happened(sentence));
  }

  private Complaint complaint(Failure failure, Optional<Outcome> outcome) {
    List<String> why = new ArrayList<>();
    failure.came().map(this::meaning).filter(sentence -> !sentence.isEmpty()).ifPresent(why::add);
    boolean known = false;
    if (outcome.isPresent() && failure.kind() == Failure.Kind.NO_CONNECTION) {
      known = outcome.get().noConnection().map(e -> why.addAll(sentences(e))).orElse(false);
    } else if (outcome.isPresent() && failure.kind() == Failure.Kind.ENDED) {
      outcome.get().lost().ifPresent(ending -> why.addAll(endings.sentences(ending)));
    }
    if (!known) {
      why.add(failure.remedy(texts));
    }
    return new Complaint(
        kind(failure),
        Optional.of(spots.of(failure.at()).behindMark()),
        failure.what(texts),
        failure
            .came()
            .map(
                turn ->
                    new Complaint.Came(
                        turn.reply().replyClass(), ConversationLog.shown(turn.reply()))),
        why);
  }

  private static Complaint.Kind kind(Failure failure) {
    return switch (failure.kind().weight()) {
      case EXPECTATION -> Complaint.Kind.EXPECTATION;
      case FILE -> Complaint.Kind.MALFORMED;
      case CONNECTION -> Complaint.Kind.CONNECTION;
    };
  }

  private String meaning(Turn turn) {
    return explainer
        .explain(new Moment(turn.before(), turn.asked(), turn.reply(), turn.after()))
        .whole();
  }

  private List<String> sentences(IOException e) {
    if (e instanceof ConnectFailure failure) {
      return List.of(Connecting.sentence(texts, failure));
    }
    return e instanceof TlsFailure failure ? endings.sentences(failure.trouble()) : List.of();
  }
}
