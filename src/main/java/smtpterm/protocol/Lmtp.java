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
    boolean dot = kind == LineKind.TEXT && progress.transaction().chunk().isEmpty();
    boolean last = kind == LineKind.COMMAND && Chunk.announced(line).map(Chunk::last).orElse(false);
    boolean over = (dot && replies > 0) || last;
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
    boolean last = Chunk.announced(asked.line()).map(Chunk::last).orElse(false);
    boolean mail = asked.kind() == Asked.Kind.DOT || (asked.command("BDAT") && last);
    if (mail && before.recipients().size() > 1 && !reply.is(421)) {
      return before.withoutFirstRecipient();
    }
    return smtp.replied(before, mail ? asked.as(Asked.Kind.DOT) : asked, reply);
  }
}
