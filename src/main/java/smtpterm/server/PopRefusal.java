package smtpterm.server;

/** A POP3 command is not done, and this is the {@code -ERR} that says so. */
final class PopRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient PopReply reply;

  PopRefusal(String words) {
    // Without a stack trace: this is an answer and no defect.
    super(words, null, false, false);
    this.reply = PopReply.err(words);
  }

  PopReply reply() {
    return reply;
  }
}
