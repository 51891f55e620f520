package smtpterm.replay;

import java.time.Duration;
import java.util.List;
import smtpterm.script.Plan;
import smtpterm.script.Step;
import smtpterm.session.Client;

/**
 * Plays the client of a plan against a server: {@code C: EHLO me} is sent, {@code S: 250} awaited.
 * For one run.
 *
 * <p>Each line waits for the whole reply to the one before; what did not come as the file says is
 * told to the {@link Audience}, which decides whether to go on. Every wait is bounded.
 */
public final class Player {
  private final Plan plan;
  private final Cursor cursor;
  private final Scene scene;
  private final Connections connections;
  private final Guard guard = new Guard();
  private final Voice voice;
  private final Speaker speaker;

  /** Prepares; nothing happens yet. */
  public Player(Plan plan, Stage stage, Audience audience, Manner manner) {
    this.plan = plan;
    this.cursor = new Cursor(plan);
    this.scene = new Scene(audience, manner, cursor);
    Round round = new Round(scene);
    this.connections = new Connections(stage, scene, round);
    this.voice = new Voice(scene, guard);
    this.speaker = new Speaker(scene, round, connections, voice);
  }

  /**
   * Plays to the end, to the first failure after which nobody wants to go on, or until somebody
   * breaks it off. Nothing is sent where the file itself is wrong.
   */
  public Outcome play() {
    long start = System.nanoTime();
    guard.start();
    try (guard) {
      check();
      while (cursor.hasNext()) {
        scene.goesOn();
        act(cursor.take());
      }
      connections.finish();
    } catch (Over e) {
      // What there is to say was said.
    } finally {
      scene.tools().logins().forget();
    }
    Outcome outcome =
        new Outcome(
            scene.failures(),
            scene.lost(),
            scene.noConnection(),
            scene.stopped(),
            voice.sent(),
            cursor.lines() - speaker.said(),
            Duration.ofNanos(System.nanoTime() - start));
    if (!scene.manner().stay()) {
      scene.link().map(Link::client).ifPresent(Client::close);
    }
    return outcome;
  }

  /** Ends the run from another thread: closes the connection without a word. */
  public void stop() {
    scene.stop();
  }

  /** Ends the run before the next line is sent, and leaves the connection as it is. */
  public void leave() {
    scene.leave();
  }

  private void check() throws Over {
    List<Failure> failures = new Precheck(plan, scene.manner()).failures();
    boolean wrong = false;
    for (Failure failure : failures) {
      try {
        scene.fail(failure);
      } catch (Over e) {
        // All of them are told at once.
        wrong = true;
      }
    }
    if (wrong) {
      throw new Over();
    }
  }

  private void act(Plan.Act act) throws Over {
    try {
      if (act instanceof Plan.Act.Line line) {
        speaker.line(line);
      } else if (act instanceof Plan.Act.Sending sending) {
        speaker.file(sending);
      } else if (act instanceof Plan.Act.Unasked unasked) {
        connections.unasked(unasked);
      } else {
        directive(((Plan.Act.Other) act).step());
      }
    } catch (Failed e) {
      scene.fail(e.failure());
    }
  }

  private void directive(Step step) throws Over, Failed {
    if (step instanceof Step.Note note) {
      scene.audience().note(note.at(), note.text());
    } else if (step instanceof Step.Connect connect) {
      connections.connect(connect);
    } else if (step instanceof Step.Closed closed) {
      connections.closed(closed.at());
    } else if (step instanceof Step.Wait wait) {
      scene.rest(wait.time());
    } else if (step instanceof Step.Pause) {
      scene.audience().pause();
      scene.goesOn();
    } else {
      speaker.aside(step);
    }
  }
}
