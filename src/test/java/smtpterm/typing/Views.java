package smtpterm.typing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;
import smtpterm.protocol.Smtp;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;
import smtpterm.session.Turn;

/** A conversation that tests of this package talk: each line is answered at once. */
final class Views {
  private final Dialect dialect;
  private final Memory memory;
  private Progress progress;

  private Views(Dialect dialect, Memory memory) {
    this.dialect = dialect;
    this.memory = memory;
    this.progress = dialect.start();
  }

  /** SMTP, greeted. */
  static Views smtp(Memory memory) {
    return new Views(new Smtp(), memory).heard(Asked.GREETING, Reply.of("220 mx"));
  }

  /** LMTP, greeted. */
  static Views lmtp(Memory memory) {
    return new Views(new Lmtp(), memory).heard(Asked.GREETING, Reply.of("220 mx LMTP"));
  }

  /** POP3, greeted. */
  static Views pop3(Memory memory) {
    return new Views(new Pop3(), memory).heard(Asked.GREETING, Reply.pop3("+OK hi"));
  }

  /** Nothing but connected. */
  static SessionView silent() {
    return new SessionView(
        new Smtp().start(),
        LineKind.COMMAND,
        List.of(Asked.GREETING),
        0,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Says a line, which is answered by these lines. */
  Views say(String line, String... reply) {
    send(line);
    boolean pop3 = reply[0].startsWith("+") || reply[0].startsWith("-");
    Asked.Kind kind =
        progress.exchange().isPresent() && !line.startsWith("AUTH")
            ? Asked.Kind.ANSWER
            : line.equals(".") ? Asked.Kind.DOT : Asked.Kind.COMMAND;
    return heard(new Asked(kind, line), pop3 ? Reply.pop3(reply) : Reply.of(reply));
  }

  /** Says a line that is not answered, such as one of a message. */
  Views send(String line) {
    LineKind kind = dialect.kindOf(progress);
    memory.hear(new Notice.Sent(line, kind, -1));
    progress = dialect.sent(progress, kind, line);
    return this;
  }

  private Views heard(Asked asked, Reply reply) {
    Progress before = progress;
    progress = dialect.replied(before, asked, reply);
    Turn turn = new Turn(Optional.of(asked), reply, before, progress, Duration.ZERO);
    memory.hear(new Notice.Replied(turn));
    return this;
  }

  Progress progress() {
    return progress;
  }

  /** How it stands, with nothing to wait for. */
  SessionView view() {
    return waitingFor();
  }

  /** How it stands while replies to these lines are still to come. */
  SessionView waitingFor(String... lines) {
    return new SessionView(
        progress,
        dialect.kindOf(progress),
        List.of(lines).stream().map(l -> new Asked(Asked.Kind.COMMAND, l)).toList(),
        0,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }
}
