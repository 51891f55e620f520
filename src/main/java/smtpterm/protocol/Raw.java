package smtpterm.protocol;

/** Any other protocol of lines, such as HTTP or FTP by hand: every line stands for itself. */
public final class Raw implements Dialect {
  @Override
  public String name() {
    return "raw";
  }

  @Override
  public Progress start() {
    return Progress.at(Phase.RAW);
  }

  @Override
  public boolean greets() {
    return false;
  }

  @Override
  public ReplyAssembler assembler() {
    return new ReplyAssembler(false);
  }

  @Override
  public LineKind kindOf(Progress progress) {
    return LineKind.COMMAND;
  }

  @Override
  public boolean awaitsReply(LineKind kind, String line) {
    return false;
  }

  @Override
  public boolean answers(Reply reply) {
    return false;
  }

  @Override
  public Progress sent(Progress before, LineKind kind, String line) {
    return before;
  }

  @Override
  public Progress replied(Progress before, Asked asked, Reply reply) {
    return before;
  }
}
