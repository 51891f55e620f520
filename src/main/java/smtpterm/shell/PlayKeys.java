package smtpterm.shell;

/** What the keys do at one moment while a session file is played. */
enum PlayKeys {
  /** A line is prepared. */
  LINE,
  /** A reply came, and what it means is kept back. */
  EXPLAIN,
  /** The file waits. */
  GO_ON,
  /** The file runs by itself. */
  RUNNING;

  /** The key of the sentence that tells them. */
  String key() {
    return "shell.play.keys." + name();
  }
}
