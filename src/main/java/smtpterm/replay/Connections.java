package smtpterm.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.script.Step;
import smtpterm.session.Client;
import smtpterm.session.Target;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.TlsFailure;

/** Opens the connections of a run, each with its greeting, and waits for their ends. */
final class Connections {
  private final Stage stage;
  private final Scene scene;
  private final Tools tools;
  private final Round round;

  Connections(Stage stage, Scene scene, Round round) {
    this.stage = stage;
    this.scene = scene;
    this.tools = scene.tools();
    this.round = round;
  }

  /** {@code @connect}: what the command line says replaces the first one. */
  void connect(Step.Connect step) throws Over, Failed {
    leave(step.at());
    if (scene.link().isEmpty() && scene.manner().target().isPresent()) {
      open(step.at(), scene.manner().target().get());
      return;
    }
    String written = tools.filling().line(step.at(), step.target(), scene.link()).text();
    try {
      open(step.at(), Target.parse(written));
    } catch (Target.BadTarget e) {
      throw new Failed(Failure.of(step.at(), Failure.Kind.BAD_TARGET, written));
    }
  }

  /** Whatever the last connection has still to say, before it is closed. */
  private void leave(Place at) throws Over {
    if (scene.link().isPresent()) {
      greet(scene.link().get(), Optional.empty());
      scene.unaskedLeft(at);
      scene.link().get().client().close();
      tools.logins().forget();
    }
  }

  private void open(Place at, Target target) throws Over {
    scene.goesOn();
    scene.audience().connecting(target);
    Inbox inbox = new Inbox(scene.audience(), tools.masks());
    Client client;
    try {
      client = stage.connect(target, inbox);
    } catch (ConnectFailure | TlsFailure e) {
      refused(at, target, e);
      return;
    }
    round.clear();
    scene.enter(new Link(at, target, client, inbox, client.loopback()));
    scene.audience().connected(target, client);
    client.start();
  }

  private void refused(Place at, Target target, IOException why) throws Over {
    scene.goesOn();
    scene.fail(Failure.of(at, Failure.Kind.NO_CONNECTION, target.endpoint()), why);
  }

  /** The connection for what stands there; opens it where the file does not. */
  Link any(Place at) throws Over, Failed {
    if (scene.link().isEmpty()) {
      Optional<Target> target = scene.manner().target();
      if (target.isEmpty()) {
        throw new Failed(Failure.of(at, Failure.Kind.NO_TARGET));
      }
      open(at, target.get());
    }
    return scene.link().orElseThrow();
  }

  /** The connection when lines can be sent on it: greeted, and nothing was said unasked. */
  Link ready(Place at) throws Over, Failed {
    Link link = any(at);
    greet(link, Optional.empty());
    scene.unaskedLeft(at);
    if (!link.view().open()) {
      throw new Failed(Failure.of(at, Failure.Kind.ENDED));
    }
    return link;
  }

  /** A reply that nobody asked for, or the greeting. */
  void unasked(Plan.Act.Unasked act) throws Over, Failed {
    Link link = any(act.at());
    if (act.greeting() && greet(link, Optional.of(act))) {
      return;
    }
    greet(link, Optional.empty());
    round.unasked(act.reply());
    scene.audience().replied(act);
  }

  private boolean greet(Link link, Optional<Plan.Act.Unasked> act) throws Over {
    boolean due = link.takeGreeting();
    if (due) {
      round.greeting(link.at(), act);
      round.settle();
    }
    return due;
  }

  /** {@code @closed}. */
  void closed(Place at) throws Over, Failed {
    Link link = any(at);
    greet(link, Optional.empty());
    Client.Waited waited = link.client().awaitEnd(scene.patience());
    scene.goesOn();
    scene.unaskedLeft(at);
    boolean lingered = link.client().lingered();
    if (waited == Client.Waited.ENDED && !lingered) {
      scene.mayEnd();
      return;
    }
    Duration time = lingered ? Client.GOOD_BYE : scene.patience();
    scene.fail(Failure.of(at, Failure.Kind.STILL_OPEN, Spans.text(time)));
  }

  /** The file is over. */
  void finish() throws Over {
    if (scene.link().isPresent()) {
      Link link = scene.link().get();
      greet(link, Optional.empty());
      scene.unaskedLeft(scene.cursor().last().map(Plan.Act::at).orElse(link.at()));
    }
  }
}
