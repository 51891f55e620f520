package smtpterm.shell;

/** What came from the keyboard: a line, Ctrl-C or Ctrl-D. */
sealed interface Typed {
  /**
   * A line and Enter.
   *
   * @param text without its ending
   * @param hidden whether it was masked while it was typed
   * @param ahead whether it had been typed before the prompt stood there
   */
  record Text(String text, boolean hidden, boolean ahead) implements Typed {}

  /**
   * Ctrl-C.
   *
   * @param text what stood in the line
   */
  record Interrupt(String text) implements Typed {}

  /** Ctrl-D on an empty line, or the end of the terminal. */
  record End() implements Typed {}
}
