package smtpterm.replay;

/** Something cannot be done as the file says. */
final class Failed extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Failure failure;

  Failed(Failure failure) {
    super(failure.kind().name());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
