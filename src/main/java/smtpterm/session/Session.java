package smtpterm.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyAssembler;
import smtpterm.protocol.ReplyFlaw;
import smtpterm.protocol.Secrecy;
import smtpterm.wire.Line;
import smtpterm.wire.TlsInfo;
import smtpterm.wire.TlsTrouble;

/**
 * One conversation as a state machine: {@code MAIL FROM:<a@b>} typed, {@code 250 ok} received, RCPT
 * is due.
 *
 * <p>Pure: no socket, no clock, no terminal. Times are nanoseconds handed in. Not safe for several
 * threads; {@link Client} guards it.
 */
public final class Session {
  private Dialect dialect;
  private ReplyAssembler assembler;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Progress progress;
  private Optional<Duration> lastTook = Optional.empty();
  private Optional<Ending> ending = Optional.empty();
  private boolean saidGoodBye;
  private boolean textCut;
  private boolean heard;
  private final List<String> part = new ArrayList<>();
  private long partsTold;
  private final LineEndsSoFar ends = new LineEndsSoFar();
  private Optional<TlsInfo> tls;
  private Optional<Long> securingSince = Optional.empty();
  private boolean tlsRefused;

  /** A conversation in the clear that was opened at {@code now}. */
  public Session(Dialect dialect, long now) {
    this(dialect, now, Optional.empty());
  }

  /**
   * A conversation that was opened at {@code now}.
   *
   * @param tls how the connection is encrypted from its first octet on; empty when it is not
   */
  public Session(Dialect dialect, long now, Optional<TlsInfo> tls) {
    this.tls = Objects.requireNonNull(tls, "tls");
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.assembler = new ReplyAssembler(dialect.protocol());
    this.progress = dialect.start();
    if (dialect.greets()) {
      waiting.add(new Waiting(Asked.GREETING, now));
    }
  }

  /**
   * A line is about to be sent.
   *
   * @param line without its ending
   * @param hidden whether it was typed where a secret was due, so that it stays one whatever it has
   *     become meanwhile
   * @return what was sent, in the light of what was said before
   */
  public Notice.Sent typed(String line, boolean hidden, long now) {
    LineKind kind = dialect.kindOf(progress);
    int secretFrom = Secrecy.from(progress, kind, line);
    if (hidden && !line.isEmpty()) {
      secretFrom = 0;
    }
    Waiting asked = new Waiting(new Asked(askedBy(kind), line, secretFrom == 0), now);
    await(asked, dialect.repliesTo(progress, kind, line));
    boolean due = progress.transaction().chunk().isPresent();
    progress = dialect.sent(progress, kind, line);
    if (due && progress.transaction().chunk().isEmpty()) {
      restart(now);
    }
    return new Notice.Sent(line, kind, secretFrom);
  }

  /** A line of text is about to be sent that nobody needs to hear of. */
  void poured(String line, long now) {
    boolean due = progress.transaction().chunk().isPresent();
    progress = dialect.sent(progress, LineKind.TEXT, line);
    if (due && progress.transaction().chunk().isEmpty()) {
      restart(now);
    }
  }

  /** The server could not answer before the last octet of the chunk was there. */
  private void restart(long now) {
    Waiting asked = waiting.poll();
    if (asked != null) {
      waiting.addFirst(new Waiting(asked.asked(), now));
    }
  }

  /** A line came; the notice of a whole reply, when it ended one. */
  public Optional<Notice.Replied> received(Line line, long now) {
    if (!heard) {
      heard = true;
      hear(line.text());
    }
    Optional<Asked> oldest = Optional.ofNullable(waiting.peek()).map(Waiting::asked);
    boolean inside = assembler.insideDotted();
    Optional<Reply> whole = assembler.add(line.text(), flawsOf(line), dialect.dotted(oldest));
    ends.add(line);
    if (inside || assembler.insideDotted()) {
      part.add(line.text());
    }
    return whole.map(
        reply ->
            new Notice.Replied(take(reply, now), inside, inside ? LineEnds.UNKNOWN : ends.take()));
  }

  /** How many lines wait for {@link #part}. */
  int parts() {
    return part.size();
  }

  /** The lines of a long reply that came since this was asked last; empty for none. */
  public Optional<Notice.Part> part() {
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Notice.Part told = new Notice.Part(part, partsTold, ends.take());
    partsTold = assembler.insideDotted() ? partsTold + part.size() : 0;
    part.clear();
    return Optional.of(told);
  }

  /** TLS has begun: what was learnt in the clear is forgotten. */
  public Notice.Secured secured(TlsInfo info) {
    tls = Optional.of(info);
    securingSince = Optional.empty();
    waiting.clear();
    assembler = new ReplyAssembler(dialect.protocol());
    Capabilities before = progress.capabilities();
    progress = dialect.secured(progress);
    return new Notice.Secured(info, before);
  }

  /** Whether the server has allowed TLS, so that it begins before anything else is said. */
  boolean securing() {
    return securingSince.isPresent();
  }

  /** Whether TLS may be about to begin, so that nothing may be said until that is decided. */
  boolean undecided() {
    return securing() || waiting.stream().anyMatch(w -> dialect.asksForTls(w.asked()));
  }

  /** Whether the last that asked for TLS was refused. */
  boolean tlsRefused() {
    return tlsRefused;
  }

  /** TLS failed, and with it the connection; the notice of how. */
  public Notice.Ended failed(TlsTrouble trouble) {
    return ended(Ending.Cause.TLS, "", Optional.of(trouble));
  }

  /** The connection ended; the notice of how. Calls after the first are answered alike. */
  public Notice.Ended ended(Ending.Cause cause, String detail) {
    return ended(cause, detail, Optional.empty());
  }

  private Notice.Ended ended(Ending.Cause seen, String detail, Optional<TlsTrouble> trouble) {
    if (ending.isEmpty()) {
      Ending.Place place =
          switch (progress.phase()) {
            case TEXT -> Ending.Place.IN_TEXT;
            case DOT -> Ending.Place.AFTER_DOT;
            default ->
                textCut || progress.transaction().chunk().isPresent()
                    ? Ending.Place.IN_TEXT
                    : Ending.Place.ELSEWHERE;
          };
      Optional<Reply> unfinished = assembler.unfinished();
      boolean middle =
          unfinished.isPresent() || !waiting.isEmpty() || place != Ending.Place.ELSEWHERE;
      boolean cut = seen == Ending.Cause.SERVER_CLOSED && tls.isPresent() && middle;
      Ending.Cause cause = cut ? Ending.Cause.TRUNCATED : seen;
      ending = Optional.of(new Ending(cause, unfinished, place, detail, trouble));
      waiting.clear();
      securingSince = Optional.empty();
      progress = progress.exchanging(Optional.empty()).in(Phase.CLOSED);
    }
    return new Notice.Ended(ending.get());
  }

  /** How it stands. */
  public SessionView view() {
    List<Asked> asked = new ArrayList<>(waiting.size());
    waiting.forEach(w -> asked.add(w.asked()));
    long since = securingSince.orElse(waiting.isEmpty() ? 0 : waiting.element().since());
    return new SessionView(
        progress, dialect.kindOf(progress), asked, since, lastTook, tls, securing(), ending);
  }

  /** Whether the server answered QUIT as it should, so that the end is no loss. */
  boolean saidGoodBye() {
    return saidGoodBye;
  }

  private Turn take(Reply reply, long now) {
    Progress before = progress;
    if (waiting.isEmpty() || !dialect.answers(reply)) {
      // Section 3.8 of RFC 5321 lets a server say 421 at any time.
      if (reply.is(421) && dialect.greets()) {
        progress = dialect.replied(before, Asked.GREETING, reply);
        textCut |= before.phase() == Phase.TEXT;
      }
      return new Turn(Optional.empty(), reply, before, progress, Duration.ZERO);
    }
    Waiting answered = waiting.remove();
    progress = dialect.replied(before, answered.asked(), reply);
    if (dialect.asksForTls(answered.asked())) {
      // TLS over TLS is no thing: a server that allows it gets no second handshake.
      boolean begins = tls.isEmpty() && dialect.startsTls(answered.asked(), reply);
      securingSince = begins ? Optional.of(now) : Optional.empty();
      tlsRefused = !begins;
    }
    saidGoodBye |= answered.asked().command("QUIT") && progress.phase() == Phase.CLOSED;
    reread(before);
    Duration took = Duration.ofNanos(now - answered.since());
    lastTook = Optional.of(took);
    return new Turn(Optional.of(answered.asked()), reply, before, progress, took);
  }

  /**
   * Lines that were sent before this reply came are what the reply makes of them: message text
   * after 354, commands when AUTH is over, and a second AUTH among these opens a login of its own.
   */
  private void reread(Progress before) {
    boolean text = progress.phase() == Phase.TEXT && before.phase() != Phase.TEXT;
    boolean authOver = before.exchange().isPresent() && progress.exchange().isEmpty();
    if (progress.phase() == Phase.CLOSED || !(text || authOver)) {
      return;
    }
    List<Waiting> sent = List.copyOf(waiting);
    waiting.clear();
    // What looked like AUTH among these lines was perhaps message text.
    progress = progress.exchanging(Optional.empty());
    for (Waiting next : sent) {
      String line = next.asked().line();
      LineKind kind = dialect.kindOf(progress);
      await(next.as(askedBy(kind)), dialect.repliesTo(progress, kind, line));
      progress = dialect.sent(progress, kind, line);
    }
  }

  private void await(Waiting asked, int replies) {
    for (int i = 0; i < replies; i++) {
      waiting.add(asked);
    }
  }

  /** The first line of the server may show that another protocol is spoken than was assumed. */
  private void hear(String firstLine) {
    Dialect real = dialect.heard(firstLine);
    if (real.protocol() == dialect.protocol()) {
      return;
    }
    dialect = real;
    assembler = new ReplyAssembler(real.protocol());
    progress = real.start();
    if (!real.greets()) {
      waiting.clear();
    }
  }

  private static Asked.Kind askedBy(LineKind kind) {
    return switch (kind) {
      case COMMAND -> Asked.Kind.COMMAND;
      case ANSWER -> Asked.Kind.ANSWER;
      case TEXT -> Asked.Kind.DOT;
    };
  }

  private static Set<ReplyFlaw> flawsOf(Line line) {
    Set<ReplyFlaw> flaws = EnumSet.noneOf(ReplyFlaw.class);
    if (line.ending() == Line.Ending.LF) {
      flaws.add(ReplyFlaw.BARE_LF);
    }
    if (line.ending() == Line.Ending.NONE) {
      flaws.add(ReplyFlaw.UNFINISHED);
    }
    if (line.dropped() > 0) {
      flaws.add(ReplyFlaw.LINE_CUT);
    }
    return flaws;
  }

  private record Waiting(Asked asked, long since) {
    Waiting as(Asked.Kind kind) {
      return new Waiting(asked.as(kind), since);
    }
  }
}
