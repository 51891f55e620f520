package smtpterm.replay;

import java.io.IOException;
import java.util.Optional;
import smtpterm.protocol.Chunk;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Pipelining;
import smtpterm.protocol.StrictBase64;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.script.Step;
import smtpterm.script.Template;
import smtpterm.session.MessageFile;
import smtpterm.session.SessionView;
import smtpterm.wire.Connection;

/**
 * Says the lines of the client. What a line is, the real conversation decides: text behind a
 * refused DATA and answers behind a refused AUTH are not sent, no command is sent as text.
 */
final class Speaker {
  /** More commands at once than a server should have to keep (RFC 2920 section 3.1). */
  private static final int LARGEST_GROUP = 500;

  private final Scene scene;
  private final Round round;
  private final Connections connections;
  private final Voice voice;
  private boolean pipelining;
  private long said;

  Speaker(Scene scene, Round round, Connections connections, Voice voice) {
    this.scene = scene;
    this.round = round;
    this.connections = connections;
    this.voice = voice;
  }

  /** How many lines of the file were said; one that sends a file is one. */
  long said() {
    return said;
  }

  /** {@code @timeout 5s}, {@code @set user anna}, {@code @pipelining on}. */
  void aside(Step step) throws Over, Failed {
    if (step instanceof Step.Timeout timeout) {
      scene.limit(timeout.limit());
    } else if (step instanceof Step.Assignment set) {
      Filled value = scene.tools().filling().value(set.at(), set.value(), scene.link());
      scene.tools().names().set(set.name(), value);
    } else if (step instanceof Step.Pipelining switched) {
      pipelining = switched.on();
    }
  }

  private void hear() throws Over, Failed {
    for (Optional<Step> aside = scene.cursor().takeBeforeReply();
        aside.isPresent();
        aside = scene.cursor().takeBeforeReply()) {
      aside(aside.get());
    }
    round.settle();
  }

  /** Says a line, and hears the replies unless the next one goes with it. */
  void line(Plan.Act.Line line) throws Over, Failed {
    boolean passed = false;
    while (!passed) {
      Link link = connections.ready(line.at());
      if (!fits(line, link.view())) {
        return;
      }
      Filled filled =
          scene.tools().filling().line(line.at(), line.step().text(), Optional.of(link));
      if (!Connection.sendable(filled.text())) {
        throw new Failed(Failure.of(line.at(), Failure.Kind.UNSENDABLE));
      }
      scene.tools().secrets().mayLeave(line.at(), filled, link);
      passed = announced(line, filled, link);
      if (passed) {
        say(line, filled, link.view());
      }
    }
  }

  /** Whether the line is still what it was, after whoever watches has let it pass. */
  private boolean announced(Plan.Act act, Filled filled, Link link) throws Over {
    SessionView before = link.view();
    int secretFrom = before.secretFrom(filled.text());
    scene.audience().before(act, filled.text(), filled.secret() && secretFrom < 0 ? 0 : secretFrom);
    if (scene.stopped()) {
      scene.cursor().back();
    }
    scene.goesOn();
    return link.view().open() && link.view().next() == before.next();
  }

  /** Whether the line can be said now; if not, it and what belongs to it is dealt with. */
  private boolean fits(Plan.Act.Line line, SessionView view) throws Over, Failed {
    Optional<Chunk> chunk = view.progress().transaction().chunk();
    boolean text = view.next() == LineKind.TEXT;
    switch (line.kind()) {
      case TEXT, DOT, CHUNK -> {
        if (!text) {
          hold(line.at(), line.kind() == Plan.Kind.DOT ? 1 : 1 + scene.cursor().skipText());
        }
        return text;
      }
      case ANSWER -> {
        if (view.next() != LineKind.ANSWER) {
          notAsked(line);
        }
        return view.next() == LineKind.ANSWER;
      }
      default -> {
        if (chunk.isPresent()) {
          throw new Failed(Failure.of(line.at(), Failure.Kind.CHUNK_OPEN, chunk.get().octets()));
        } else if (text) {
          throw new Failed(Failure.of(line.at(), Failure.Kind.TEXT_INVITED));
        }
        return !answersRefusedLogin(line, view);
      }
    }
  }

  private void hold(Place at, int lines) {
    scene.audience().remark(Remark.of(at, Remark.Kind.TEXT_HELD_BACK, lines));
  }

  private void notAsked(Plan.Act.Line line) throws Over {
    int lines = 1 + scene.cursor().skipAnswers();
    scene.audience().remark(Remark.of(line.at(), Remark.Kind.ANSWERS_HELD_BACK, lines));
    round.noAnswersDue();
    scene.fail(Failure.of(line.at(), Failure.Kind.NOT_ASKED));
  }

  /**
   * Whether this line looks like an answer to a login that the server has just refused: a file that
   * only lists lines does not say which of them are answers, and a password is no command.
   */
  private boolean answersRefusedLogin(Plan.Act.Line line, SessionView view) {
    boolean answer =
        round.answersDue() > 0
            && view.next() == LineKind.COMMAND
            && line.step().text().fixed().filter(Speaker::likeAnswer).isPresent();
    if (answer) {
      scene.audience().remark(Remark.of(line.at(), Remark.Kind.ANSWERS_HELD_BACK, 1));
    } else {
      round.noAnswersDue();
    }
    return answer;
  }

  private static boolean likeAnswer(String line) {
    return !line.matches("[A-Za-z]{4}") && StrictBase64.judge(line).base64();
  }

  private void say(Plan.Act.Line line, Filled filled, SessionView before) throws Over, Failed {
    String text = filled.text();
    Optional<Chunk> chunk = before.progress().transaction().chunk();
    boolean more = goesOn(line, text, before);
    if (round.size() == 0) {
      // A person may have said something on the way; that was answered to that person.
      scene.link().orElseThrow().inbox().takeAnswers();
    }
    voice.say(line.at(), filled, more);
    said++;
    if (before.next() != LineKind.TEXT || (chunk.isEmpty() && text.equals("."))) {
      round.opened(line, line.replies(), text);
    } else if (chunk.isPresent() && chunk.get().after(text) <= 0) {
      round.chunkSaid(line, text);
    } else {
      return;
    }
    if (!more) {
      hear();
    }
  }

  /** Whether the next line is said before this one is answered, or needs no answer. */
  private boolean goesOn(Plan.Act.Line line, String text, SessionView view) {
    Optional<Plan.Act> following = scene.cursor().following();
    if (view.next() == LineKind.TEXT) {
      Optional<Chunk> chunk = view.progress().transaction().chunk();
      boolean inside = chunk.map(c -> c.after(text) > 0).orElse(!text.equals("."));
      return inside && following.filter(Speaker::text).isPresent();
    }
    return pipelining
        && Pipelining.mayGoOn(view.progress().protocol(), view.next(), text)
        && round.size() < LARGEST_GROUP
        && following.isPresent()
        && following.get() instanceof Plan.Act.Line next
        && next.sameRound()
        && next.kind() == Plan.Kind.COMMAND
        && (next.step().text().fixed().isPresent() || !catches(line));
  }

  /** Whether replies still to come may decide what the next line is filled with. */
  private boolean catches(Plan.Act.Line line) {
    return round.catches() || line.replies().stream().anyMatch(Expecting::catches);
  }

  private static boolean text(Plan.Act act) {
    return act instanceof Plan.Act.Sending
        || (act instanceof Plan.Act.Line line
            && (line.kind() == Plan.Kind.TEXT
                || line.kind() == Plan.Kind.DOT
                || line.kind() == Plan.Kind.CHUNK));
  }

  /** {@code @send}: the lines of a file, and the dot. */
  void file(Plan.Act.Sending act) throws Over, Failed {
    Link link = connections.ready(act.at());
    SessionView view = link.view();
    if (view.next() != LineKind.TEXT || view.progress().transaction().chunk().isPresent()) {
      hold(act.at(), 1);
      return;
    }
    Template name = act.step().file();
    Filled filled = scene.tools().filling().line(act.at(), name, Optional.of(link));
    try (MessageFile file = scene.tools().attachments().open(act.at(), filled.text())) {
      if (!announced(act, filled, link)) {
        throw new Failed(Failure.of(act.at(), Failure.Kind.ENDED));
      }
      voice.pour(act.at(), file);
      // A server that has ended it meanwhile wants no dot.
      connections.ready(act.at());
      scene
          .audience()
          .remark(
              Remark.of(
                  act.at(), Remark.Kind.FILE_SENT, filled.text(), file.lines(), file.octets()));
    } catch (IOException e) {
      throw new Failed(Attachments.unreadable(act.at(), filled.text(), e));
    }
    link.inbox().takeAnswers();
    voice.say(act.at(), Filled.open("."), false);
    said++;
    round.opened(act, act.replies(), ".");
    hear();
  }
}
