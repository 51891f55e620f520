package smtpterm.protocol;

/** Any other protocol of lines, such as HTTP or FTP by hand: every line stands for itself. */
public final class Raw implements Dialect {
  @Override
  public Protocol protocol() {
    return Protocol.RAW;
  }

  @Override
  public Progress start() {
    return Progress.at(Protocol.RAW, Phase.RAW);
  }

  @Override
  public boolean greets() {
    return false;
  }

  @Override
  public LineKind kindOf(Progress progress) {
    return LineKind.COMMAND;
  }

  @Override
  public int repliesTo(Progress progress, LineKind kind, String line) {
    return 0;
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
