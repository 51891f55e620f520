package smtpterm.protocol;

/**
 * The Local Mail Transfer Protocol: LHLO in place of EHLO, and behind the dot one reply for each
 * recipient (RFC 2033).
 */
public final class Lmtp implements Dialect {
  private final Smtp smtp = new Smtp(Protocol.LMTP, false);

  @Override
  public Protocol protocol() {
    return Protocol.LMTP;
  }

  @Override
  public LineKind kindOf(Progress progress) {
    return smtp.kindOf(progress);
  }

  @Override
  public int repliesTo(Progress progress, LineKind kind, String line) {
    int replies = smtp.repliesTo(progress, kind, line);
    boolean over = kind == LineKind.TEXT && replies > 0;
    // RFC 2033 section 4.2: without a recipient there is no 354, so there is at least one.
    return over ? Math.max(1, progress.recipients().size()) : replies;
  }

  @Override
  public boolean answers(Reply reply) {
    return smtp.answers(reply);
  }

  @Override
  public Progress sent(Progress before, LineKind kind, String line) {
    return smtp.sent(before, kind, line);
  }

  @Override
  public Progress replied(Progress before, Asked asked, Reply reply) {
    // The replies come in the order in which the recipients were accepted.
    if (asked.kind() == Asked.Kind.DOT && before.recipients().size() > 1 && !reply.is(421)) {
      return before.withoutFirstRecipient();
    }
    return smtp.replied(before, asked, reply);
  }
}
