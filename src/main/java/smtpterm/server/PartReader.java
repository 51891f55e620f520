package smtpterm.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Chunk;
import smtpterm.script.Awaited;
import smtpterm.script.Plan;
import smtpterm.script.Plan.Act;
import smtpterm.script.Step;
import smtpterm.script.Template;

/**
 * Makes cues of a plan: message text is one cue up to its dot, a chunk belongs to its BDAT, and
 * what nobody asks for is said behind the reply before it. For one plan.
 */
final class PartReader {
  private final List<Sketch> sketches = new ArrayList<>();
  private List<Step.Assignment> settings = new ArrayList<>();
  private Optional<Chunk> chunk = Optional.empty();
  private Duration wait = Duration.ZERO;

  /** A cue that is not complete yet. */
  private static final class Sketch {
    private final Cue.Kind kind;
    private final Optional<Template> line;
    private final List<Step.Assignment> settings;
    private final List<Cue.Aside> asides = new ArrayList<>();
    private List<Awaited> replies = List.of();
    private Duration delay = Duration.ZERO;
    private boolean chunk;
    private boolean closes;
    private boolean dot;
    private int lines;

    Sketch(Cue.Kind kind, Optional<Template> line, List<Step.Assignment> settings) {
      this.kind = kind;
      this.line = line;
      this.settings = settings;
    }

    boolean mayBePositive() {
      return cue(Moment.Next.COMMAND).said().mayBePositive();
    }

    Cue cue(Moment.Next next) {
      boolean open = kind == Cue.Kind.MESSAGE && !dot;
      return new Cue(
          new Cue.Heard(kind, line, chunk, open ? Math.max(1, lines) : 0),
          new Cue.Said(replies, delay, asides, closes, next),
          settings);
    }
  }

  PartReader(Plan plan) {
    sketches.add(new Sketch(Cue.Kind.GREETING, Optional.empty(), settings));
    plan.acts().forEach(this::act);
  }

  /** The cues; the first one is the greeting. */
  List<Cue> cues() {
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < sketches.size(); i++) {
      Cue.Kind next = i + 1 < sketches.size() ? sketches.get(i + 1).kind : Cue.Kind.COMMAND;
      cues.add(
          sketches
              .get(i)
              .cue(
                  switch (next) {
                    case ANSWER -> Moment.Next.ANSWER;
                    case MESSAGE -> Moment.Next.MESSAGE;
                    default -> Moment.Next.COMMAND;
                  }));
    }
    return cues;
  }

  private Sketch last() {
    return sketches.get(sketches.size() - 1);
  }

  private void act(Act act) {
    if (act instanceof Act.Other other) {
      directive(other);
      return;
    }
    if (act instanceof Act.Unasked unasked) {
      unasked(unasked);
    } else if (act instanceof Act.Sending sending) {
      message(sending.replies());
    } else {
      line((Act.Line) act);
    }
    wait = Duration.ZERO;
  }

  private void directive(Act.Other other) {
    Step step = other.step();
    if (step instanceof Step.Assignment assignment) {
      (other.beforeReply() ? last().settings : settings).add(assignment);
    } else if (step instanceof Step.Wait pause) {
      wait = wait.plus(pause.time());
    } else if (step instanceof Step.Closed) {
      last().closes = true;
    }
  }

  private void unasked(Act.Unasked unasked) {
    if (unasked.greeting() && sketches.size() == 1) {
      last().replies = List.of(unasked.reply());
      last().delay = wait;
      settings = new ArrayList<>();
    } else {
      last().asides.add(new Cue.Aside(unasked.reply(), wait));
    }
  }

  private void line(Act.Line line) {
    switch (line.kind()) {
      case COMMAND -> command(Cue.Kind.COMMAND, line);
      case ANSWER -> command(Cue.Kind.ANSWER, line);
      case TEXT -> text();
      case DOT -> message(line.replies());
      case CHUNK -> chunk(line);
    }
  }

  private void command(Cue.Kind kind, Act.Line line) {
    Template text = line.step().text();
    begin(kind, Optional.of(text)).replies = line.replies();
    chunk = text.fixed().flatMap(Chunk::announced);
    // Where no octets follow in the file, they are left out; a client may send them all the same,
    // unless the command is refused before.
    last().chunk = last().mayBePositive();
  }

  private Sketch begin(Cue.Kind kind, Optional<Template> text) {
    sketches.add(new Sketch(kind, text, settings));
    settings = new ArrayList<>();
    return last();
  }

  private void text() {
    if (last().kind != Cue.Kind.MESSAGE || last().dot) {
      begin(Cue.Kind.MESSAGE, Optional.empty());
    }
    last().lines++;
  }

  private void message(List<Awaited> replies) {
    text();
    last().dot = true;
    last().replies = replies;
  }

  private void chunk(Act.Line line) {
    Template text = line.step().text();
    last().chunk = true;
    Optional<Long> due = chunk.flatMap(c -> text.fixed().map(c::after));
    boolean last = chunk.map(Chunk::last).orElse(false);
    chunk = due.filter(d -> d > 0).map(d -> new Chunk(d, last));
    if (due.isPresent() && due.get() < 0) {
      List<Awaited> replies = line.replies();
      int own = Math.max(0, replies.size() - 1);
      last().replies = replies.subList(0, own);
      begin(Cue.Kind.REST, Optional.empty()).replies = replies.subList(own, replies.size());
    } else if (line.drawsReply()) {
      last().replies = line.replies();
    }
  }
}
