package smtpterm.script;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Command;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Pipelining;
import smtpterm.protocol.Progress;
import smtpterm.protocol.ReplyClass;
import smtpterm.protocol.Secrecy;
import smtpterm.session.Ending;
import smtpterm.session.Notice;
import smtpterm.session.Target;
import smtpterm.session.Turn;

/**
 * Writes a live conversation down as a session file: {@code @connect mail.example:25}, {@code S:
 * 220 …}, {@code C: EHLO me}. Secrets become places to fill in.
 *
 * <p>The order is that of the conversation as it plays again, where each command stands before its
 * reply: what is typed ahead waits for its turn, but for commands that were sent together. A line
 * is written as soon as it can be; a login only when it is decided, since the right password and a
 * wrong one are written in different ways.
 *
 * <p>Pure but for the paper. Not safe for several threads.
 */
public final class Recorder {
  /** What is made here stands in no file yet. */
  static final Place NOWHERE = new Place(1, 1);

  private final Paper paper;
  private final RecordedLogin login = new RecordedLogin();
  private final Deque<Asked> open = new ArrayDeque<>();
  private final Deque<Notice.Sent> held = new ArrayDeque<>();
  private RecordedReplies replies;
  private Template place;
  private Dialect dialect;
  private Progress progress;
  private String user = "";
  private boolean connected;
  private boolean heard;
  private boolean answering;
  private boolean goesOn;
  private boolean fromFile;
  private boolean textWanted;

  /** Writes on this paper. */
  public Recorder(Paper paper) {
    this.paper = paper;
  }

  /**
   * A connection was opened; its notices follow.
   *
   * @param target never null
   * @param name a variable that may stand for another target when it is played, such as {@code
   *     smtp} for that of the practice server
   */
  public void connected(Target target, Optional<String> name) {
    settle();
    replies = new RecordedReplies(this::write);
    place = place(target, name);
    login.forget();
    begin(target.dialect());
    connected = true;
    heard = false;
    answering = false;
    goesOn = false;
    paper.connecting();
    write(new Step.Connect(NOWHERE, place));
  }

  private static Template place(Target target, Optional<String> name) {
    Template address = Template.literal(target.toString());
    return name.map(n -> new Template.Variable(NOWHERE, n, Optional.of(address)))
        .map(Template::of)
        .orElse(address);
  }

  private void begin(Dialect spoken) {
    dialect = spoken;
    progress = spoken.start();
    open.clear();
    if (spoken.greets()) {
      open.add(Asked.GREETING);
    }
  }

  /** What has to stand before the next line where it is to be the first of a file. */
  public List<String> opening() {
    if (!connected) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(StepWriter.write(new Step.Connect(NOWHERE, place), false));
    login.named().map(step -> StepWriter.write(step, false)).ifPresent(lines::add);
    return lines;
  }

  /** Something happened in the connection. */
  public void hear(Notice notice) {
    if (!connected) {
      return;
    }
    if (notice instanceof Notice.Sent sent) {
      said(sent);
    } else if (notice instanceof Notice.Part part) {
      hear(part.lines().get(0));
      replies.part(part);
    } else if (notice instanceof Notice.Replied replied) {
      replied(replied);
    } else if (notice instanceof Notice.Secured secured) {
      secured(secured);
    } else if (notice instanceof Notice.Ended ended) {
      ended(ended.ending());
    }
    rest();
  }

  /** A long message follows, which comes out of this file. */
  public void sending(Path file) {
    if (connected) {
      fromFile = true;
      textWanted = paper.file(file);
    }
  }

  /** A line of message text was sent that nobody needs to see. */
  public void poured(String line) {
    if (connected) {
      said(new Notice.Sent(line, LineKind.TEXT, Secrecy.NOTHING));
    }
  }

  /** Writes what was kept back: nothing more comes. */
  public void settle() {
    if (!connected) {
      return;
    }
    flush();
    fromFile = false;
    connected = false;
    paper.whole();
  }

  private void flush() {
    write(login.decided(RecordedLogin.Verdict.OPEN));
    while (!held.isEmpty()) {
      say(held.remove());
    }
    write(login.decided(RecordedLogin.Verdict.OPEN));
  }

  private void said(Notice.Sent sent) {
    held.add(sent);
    goOn();
  }

  private void goOn() {
    while (!held.isEmpty() && mayFollow()) {
      say(held.remove());
    }
  }

  /** Behind unanswered commands only their like may stand, and only before the first answer. */
  private boolean mayFollow() {
    return open.isEmpty()
        || dialect.kindOf(progress) == LineKind.TEXT
        || (goesOn && !answering && dialect.kindOf(progress) == LineKind.COMMAND);
  }

  private void say(Notice.Sent sent) {
    LineKind kind = dialect.kindOf(progress);
    String line = sent.line();
    int from = sent.secretFrom() == 0 ? 0 : Secrecy.from(progress, kind, line);
    int due = dialect.repliesTo(progress, kind, line);
    goesOn = Pipelining.mayGoOn(dialect.protocol(), kind, line);
    progress = dialect.sent(progress, kind, line);
    if (from == Secrecy.NOTHING) {
      plain(kind, line);
    } else {
      secret(kind, line, from);
    }
    // The verb and the addresses will be asked for, the secret never.
    String known = from == Secrecy.NOTHING ? line : line.substring(0, from);
    for (int i = 0; i < due; i++) {
      open.add(new Asked(asked(kind), known, from == 0));
    }
  }

  private static Asked.Kind asked(LineKind kind) {
    return switch (kind) {
      case COMMAND -> Asked.Kind.COMMAND;
      case ANSWER -> Asked.Kind.ANSWER;
      case TEXT -> Asked.Kind.DOT;
    };
  }

  private void plain(LineKind kind, String line) {
    if (fromFile && kind == LineKind.TEXT && !textWanted && !line.equals(".")) {
      return;
    }
    if (kind == LineKind.ANSWER && line.equals("*")) {
      login.cancelled();
    } else if (kind == LineKind.COMMAND && new Command(line).is("USER")) {
      user = new Command(line).argument().strip();
    }
    if (kind == LineKind.ANSWER && line.isEmpty() && login.undecided()) {
      // It says that the server has proved itself, which is to be looked at again.
      progress.exchange().ifPresent(exchange -> login.answer("", line, exchange));
      return;
    }
    Step step = new Step.ClientLine(NOWHERE, Template.literal(line));
    if (fromFile && kind == LineKind.TEXT) {
      paper.fileLine(StepWriter.write(step, true));
      fromFile = !line.equals(".");
    } else if (kind == LineKind.TEXT) {
      paper.line(StepWriter.write(step, true));
    } else {
      write(step);
    }
  }

  private void secret(LineKind kind, String line, int from) {
    String before = line.substring(0, from);
    Command command = new Command(line.strip());
    Optional<Exchange> exchange = progress.exchange();
    if (kind == LineKind.COMMAND && from > 0 && command.is("PASS")) {
      login.pass(before, user);
    } else if (kind == LineKind.COMMAND && from > 0 && command.is("APOP")) {
      login.apop(before, before.strip().substring("APOP".length()).strip());
    } else if (exchange.isPresent() && (kind == LineKind.ANSWER || from > 0)) {
      login.answer(before, line.substring(from), exchange.get());
    } else {
      // The server reads it as a command.
      write(RecordedLogin.misplaced(before));
    }
  }

  private void replied(Notice.Replied replied) {
    Turn turn = replied.turn();
    hear(turn.reply().lines().get(0));
    if (turn.asked().isEmpty() || open.isEmpty()) {
      replies.unasked(turn.reply());
      goOn();
      return;
    }
    Asked asked = open.remove();
    if (!replied.told()) {
      replies.write(turn.reply());
    }
    progress = dialect.replied(progress, asked, turn.reply());
    answering = !open.isEmpty();
    if (login.undecided() && decided(asked)) {
      boolean yes = turn.reply().replyClass() == ReplyClass.POSITIVE;
      write(login.decided(yes ? RecordedLogin.Verdict.ACCEPTED : RecordedLogin.Verdict.REFUSED));
    }
    goOn();
  }

  private boolean decided(Asked asked) {
    boolean exchange = asked.kind() == Asked.Kind.ANSWER || asked.command("AUTH");
    boolean other = asked.command("PASS") || asked.command("APOP");
    return (exchange || other) && progress.exchange().isEmpty();
  }

  /** The first line may show that another protocol is spoken. */
  private void hear(String firstLine) {
    if (heard) {
      return;
    }
    heard = true;
    Dialect real = dialect.heard(firstLine);
    if (real.protocol() != dialect.protocol()) {
      begin(real);
    }
  }

  private void secured(Notice.Secured secured) {
    String version = secured.tls().protocol().replace("TLSv", "TLS ");
    write(new Step.Note(NOWHERE, version + ", " + secured.tls().cipher()));
    if (heard) {
      progress = dialect.secured(progress);
      open.clear();
      goOn();
    }
  }

  private void ended(Ending ending) {
    flush();
    ending.unfinished().filter(reply -> !reply.pop3()).ifPresent(replies::note);
    switch (ending.cause()) {
      case FINISHED, SERVICE_CLOSING, SERVER_CLOSED, RESET, TRUNCATED ->
          write(new Step.Closed(NOWHERE));
      case TLS -> write(new Step.Note(NOWHERE, "TLS failed"));
      case BROKEN -> write(new Step.Note(NOWHERE, "connection lost"));
      case LEFT -> {
        // The end of the file closes, too.
      }
    }
    settle();
  }

  private void write(List<Step> steps) {
    steps.forEach(this::write);
  }

  private void write(Step step) {
    if (login.undecided()) {
      login.add(step);
    } else {
      paper.line(StepWriter.write(step, false));
    }
  }

  private void rest() {
    boolean commandDue = connected && dialect.kindOf(progress) == LineKind.COMMAND;
    if (commandDue && open.isEmpty() && held.isEmpty() && !login.undecided()) {
      paper.whole();
    }
  }
}
