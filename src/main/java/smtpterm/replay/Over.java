package smtpterm.replay;

/** The run ends here; whatever is to be said about it was said. */
final class Over extends Exception {
  private static final long serialVersionUID = 1L;

  Over() {
    super("over", null, false, false);
  }
}
