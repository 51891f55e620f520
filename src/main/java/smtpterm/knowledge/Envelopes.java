package smtpterm.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smtpterm.protocol.Command;
import smtpterm.protocol.EnhancedCode;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;

/** Replies about sender, recipients and the mail that mean more than their command and code. */
final class Envelopes {
  Optional<Finding> find(Moment moment) {
    Reply reply = moment.reply();
    if (reply.replyClass() == ReplyClass.TRANSIENT
        && Words.in(reply, "greylist", "graylist", "grey-list", "gray-list")) {
      return Optional.of(Finding.of("greylist"));
    }
    if (reply.replyClass().refusal() && coded(reply, 2, 2)) {
      boolean refused = reply.replyClass() == ReplyClass.PERMANENT;
      return Optional.of(Finding.of(refused ? "full" : "full.later"));
    }
    return switch (moment.verb()) {
      case "EHLO" ->
          when(moment.code(250) && reply.lines().size() == 1, Finding.of("EHLO.250.bare"));
      case "HELO", "LHLO" -> when(moment.code(504, 550), Finding.of("EHLO." + reply.code()));
      case "MAIL" -> sender(moment);
      case "RCPT" -> recipient(reply);
      case "BDAT" -> block(moment);
      default -> Optional.empty();
    };
  }

  private static Optional<Finding> sender(Moment moment) {
    if (moment.code(250)) {
      return when(moment.line().replace(" ", "").contains(":<>"), Finding.of("MAIL.250.null"));
    }
    List<String> size = moment.before().capabilities().arguments("SIZE");
    if (moment.code(552) && !size.isEmpty()) {
      return Numbers.positive(size.get(0))
          .map(limit -> Finding.of("MAIL.552.limit", new Finding.Octets(limit)));
    }
    return Optional.empty();
  }

  private static Optional<Finding> recipient(Reply reply) {
    boolean refused = reply.replyClass() == ReplyClass.PERMANENT;
    if (reply.replyClass().refusal() && Words.in(reply, "relay")) {
      return Optional.of(Finding.of(refused ? "RCPT.relay" : "RCPT.relay.later"));
    }
    if (refused && coded(reply, 1, 1)) {
      return Optional.of(Finding.of("RCPT.unknown"));
    }
    return when(refused && coded(reply, 7, 1), Finding.of("RCPT.policy"));
  }

  /** RFC 3030 section 2: the reply to the last block speaks about the whole mail. */
  private static Optional<Finding> block(Moment moment) {
    boolean last =
        new Command(moment.line().strip()).argument().toUpperCase(Locale.ROOT).endsWith(" LAST");
    return when(
        last && moment.code(250, 450, 451, 452, 550, 552, 554),
        Finding.of("DOT." + moment.reply().code()));
  }

  private static boolean coded(Reply reply, int subject, int detail) {
    Optional<EnhancedCode> code = reply.enhanced();
    return code.isPresent() && code.get().subject() == subject && code.get().detail() == detail;
  }

  private static Optional<Finding> when(boolean fits, Finding finding) {
    return fits ? Optional.of(finding) : Optional.empty();
  }
}
