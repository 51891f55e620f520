package smtpterm.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyFlaw;
import smtpterm.protocol.Smtp;

/**
 * A conversation in a test: {@code typed("EHLO me", "250-mx", "250 SIZE")}, as a terminal has it.
 */
final class Talk {
  private final Smtp smtp = new Smtp();
  private Progress progress = smtp.start();

  /** The server greets. */
  Moment greeted(String... reply) {
    return heard(Optional.of(Asked.GREETING), reply(reply));
  }

  /** The line is sent and answered; in message text only the lone dot is. */
  Moment typed(String line, String... reply) {
    LineKind kind = smtp.kindOf(progress);
    progress = smtp.sent(progress, kind, line);
    Asked.Kind asked =
        switch (kind) {
          case COMMAND -> Asked.Kind.COMMAND;
          case ANSWER -> Asked.Kind.ANSWER;
          case TEXT -> Asked.Kind.DOT;
        };
    return heard(Optional.of(new Asked(asked, line)), reply(reply));
  }

  /** The server says something by itself. */
  Moment unasked(String... reply) {
    return heard(Optional.empty(), reply(reply));
  }

  /** Nothing is known of the protocol. */
  Moment raw(String... reply) {
    progress = Progress.at(Protocol.RAW, Phase.RAW);
    return unasked(reply);
  }

  private Moment heard(Optional<Asked> asked, Reply reply) {
    Progress before = progress;
    progress = asked.map(a -> smtp.replied(before, a, reply)).orElse(before);
    return new Moment(before, asked, reply, progress);
  }

  private static Reply reply(String... lines) {
    String last = lines[lines.length - 1];
    String code = Reply.codeOf(last);
    return new Reply(
        code, List.of(lines), code.isEmpty() ? Set.of(ReplyFlaw.NO_CODE) : Set.<ReplyFlaw>of());
  }
}
