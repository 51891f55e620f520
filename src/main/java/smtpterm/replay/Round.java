package smtpterm.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.Reply;
import smtpterm.sasl.Objection;
import smtpterm.script.Awaited;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.session.Client;
import smtpterm.session.Ending;
import smtpterm.session.Turn;

/** The lines that were said and are not answered, and the replies to them: one, or a group. */
final class Round {
  private final Scene scene;
  private final Tools tools;
  private final Cursor cursor;
  private final Deque<Open> open = new ArrayDeque<>();
  private int answersDue;

  Round(Scene scene) {
    this.scene = scene;
    this.tools = scene.tools();
    this.cursor = scene.cursor();
  }

  /**
   * Something that must be answered.
   *
   * @param act empty for a greeting of which the file says nothing
   * @param said the lines whose replies these are: BDAT and the end of its chunk
   */
  private record Open(
      Optional<Plan.Act> act, Place at, List<Awaited> replies, Set<String> said, List<Turn> turns) {
    boolean takes(Turn turn) {
      return turn.asked().filter(asked -> said.contains(asked.line())).isPresent();
    }
  }

  /** A line was said that must be answered. */
  void opened(Plan.Act act, List<Awaited> replies, String said) {
    open(Optional.of(act), act.at(), replies, said);
  }

  /** The greeting is due. */
  void greeting(Place at, Optional<Plan.Act.Unasked> act) {
    open(
        act.map(a -> a),
        act.map(Plan.Act::at).orElse(at),
        act.map(a -> List.of(a.reply())).orElse(List.of()),
        "");
  }

  private void open(Optional<Plan.Act> act, Place at, List<Awaited> replies, String said) {
    open.add(new Open(act, at, replies, new HashSet<>(Set.of(said)), new ArrayList<>()));
  }

  /** A chunk is complete: what its BDAT asked for is answered now. */
  void chunkSaid(Plan.Act.Line last, String said) {
    Optional<Open> bdat = Optional.ofNullable(open.pollLast());
    opened(last, last.replies(), said);
    bdat.ifPresent(announcing -> open.getLast().said().addAll(announcing.said()));
  }

  /** Another connection begins: nothing of the last one is awaited any more. */
  void clear() {
    open.clear();
    answersDue = 0;
  }

  /** How many lines wait. */
  int size() {
    return open.size();
  }

  /** Whether what is still to come may set names. */
  boolean catches() {
    return open.stream().flatMap(o -> o.replies().stream()).anyMatch(Expecting::catches);
  }

  /** How many answers a refused login had still to get; the next lines may be these. */
  int answersDue() {
    return answersDue;
  }

  /** The login is over for the file, too. */
  void noAnswersDue() {
    answersDue = 0;
  }

  /** Waits until all is answered, and compares it. */
  void settle() throws Over {
    Link link = scene.link().orElseThrow();
    Client.Waited waited = await(link);
    for (Turn turn : link.inbox().takeAnswers()) {
      // Others may be answers to what a person has typed.
      if (!open.isEmpty() && open.peek().takes(turn)) {
        open.peek().turns().add(turn);
        if (open.size() > 1) {
          compare(open.remove(), true);
        }
      }
    }
    boolean chunkDue = link.view().progress().transaction().chunk().isPresent();
    if (waited != Client.Waited.ANSWERED) {
      broken(waited);
    }
    while (!open.isEmpty() && !chunkDue) {
      compare(open.remove(), true);
    }
  }

  /** Each reply may take its time, so a long group may take more in all. */
  private Client.Waited await(Link link) throws Over {
    while (true) {
      long before = link.inbox().answered();
      Client.Waited waited = link.client().await(scene.patience());
      if (waited == Client.Waited.STOPPED) {
        // Whoever has the client as well does not want to wait any more.
        scene.leave();
      }
      scene.goesOn();
      if (waited != Client.Waited.TIMED_OUT || link.inbox().answered() == before) {
        return waited;
      }
    }
  }

  private void broken(Client.Waited how) throws Over {
    boolean ended = how == Client.Waited.ENDED;
    Optional<Open> missing = Optional.ofNullable(open.poll());
    if (missing.isPresent() && !missing.get().turns().isEmpty()) {
      Open begun = missing.get();
      compare(begun, false);
      boolean cut = begun.turns().size() < begun.replies().size() || handshakeFailed();
      missing = cut || !ended ? missing : Optional.ofNullable(open.poll());
    }
    open.clear();
    if (missing.isEmpty()) {
      return;
    }
    Open unanswered = missing.get();
    scene.unaskedLeft(unanswered.at());
    if (ended && unanswered.replies().isEmpty() && cursor.closes()) {
      return;
    }
    Failure failure =
        ended
            ? Failure.of(unanswered.at(), Failure.Kind.ENDED)
            : Failure.of(unanswered.at(), Failure.Kind.TIMEOUT, Spans.text(scene.patience()));
    int next = Math.min(unanswered.turns().size(), unanswered.replies().size() - 1);
    String expected = next < 0 ? "" : Expecting.written(unanswered.replies().get(next));
    scene.fail(failure.expecting(expected));
  }

  private boolean handshakeFailed() {
    return scene
        .link()
        .flatMap(link -> link.view().ending())
        .filter(ending -> ending.cause() == Ending.Cause.TLS)
        .isPresent();
  }

  private void compare(Open answered, boolean whole) throws Over {
    // With LMTP the file may speak of fewer recipients than there are: of the last ones.
    int silent = whole ? Math.max(0, answered.turns().size() - answered.replies().size()) : 0;
    for (int i = 0; i < answered.turns().size(); i++) {
      Turn turn = answered.turns().get(i);
      Optional<Objection> doubt = tools.logins().heard(turn);
      refusedLogin(turn);
      if (i >= silent && i - silent < answered.replies().size()) {
        compare(answered.replies().get(i - silent), turn);
      } else if (turn.reply().replyClass().refusal()) {
        scene.fail(Failure.of(answered.at(), Failure.Kind.REFUSED, code(turn.reply())).after(turn));
      }
      if (doubt.isPresent()) {
        scene.fail(Logins.distrust(answered.at(), doubt.get()).after(turn));
      }
    }
    for (int i = answered.turns().size(); whole && i < answered.replies().size(); i++) {
      missing(answered.replies().get(i));
    }
    if (answered.act().isPresent()) {
      scene.audience().replied(answered.act().get());
    }
  }

  private void refusedLogin(Turn turn) {
    if (turn.before().exchange().isPresent() && turn.after().exchange().isEmpty()) {
      boolean no = turn.reply().replyClass().refusal();
      answersDue = no ? turn.before().exchange().map(Exchange::answersDue).orElse(0) : 0;
    }
  }

  private static String code(Reply reply) {
    return reply.code().isEmpty() ? reply.lines().get(0) : reply.code();
  }

  /** Compares one reply with what the file says of it. */
  void compare(Awaited awaited, Turn turn) throws Over {
    Optional<Failure> failure;
    try {
      failure = tools.expecting().compare(awaited, turn);
    } catch (Failed e) {
      failure = Optional.of(e.failure());
    }
    if (failure.isPresent()) {
      scene.fail(failure.get());
    }
  }

  /** Nothing is waited for, and still the file expects a reply. */
  private void missing(Awaited awaited) throws Over {
    if (scene.link().orElseThrow().raw()) {
      unasked(awaited);
    } else {
      scene.fail(
          Failure.of(awaited.at(), Failure.Kind.NO_REPLY).expecting(Expecting.written(awaited)));
    }
  }

  /** Waits for a reply that nobody asked for. */
  void unasked(Awaited awaited) throws Over {
    Link link = scene.link().orElseThrow();
    Duration patience = scene.patience();
    Optional<Turn> turn = link.inbox().awaitUnasked(patience, scene::stopped);
    scene.goesOn();
    if (turn.isPresent()) {
      compare(awaited, turn.get());
      return;
    }
    Failure failure =
        link.view().ending().isPresent()
            ? Failure.of(awaited.at(), Failure.Kind.ENDED)
            : Failure.of(awaited.at(), Failure.Kind.TIMEOUT, Spans.text(patience));
    scene.fail(failure.expecting(Expecting.written(awaited)));
  }
}
