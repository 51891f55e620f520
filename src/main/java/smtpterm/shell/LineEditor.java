package smtpterm.shell;

import java.util.List;

/**
 * Where lines are typed and shown: {@link JLineEditor}, or {@link PlainEditor} on a dumb terminal.
 */
interface LineEditor {
  /**
   * Lets the user type a line.
   *
   * @param initial what already stands in it
   * @param hideAhead whether it is a secret if it was begun before the prompt stood there
   */
  Typed read(String initial, boolean hideAhead);

  /**
   * Lets the user answer a question of smtpterm itself.
   *
   * @param secret whether the answer is one from its first key
   */
  Typed ask(String question, boolean secret);

  /**
   * Shows the line that is sent next, while a session file is played, and waits for a key or until
   * the time is up; the line is gone from the screen then.
   */
  Press cue(Cue cue);

  /** These keys were pressed before anybody read a line: they come first. */
  void typedBefore(String keys);

  /** Throws away the keys that were pressed before anybody could see what they answer now. */
  void forgetKeys();

  /**
   * The lines of a paste that came behind the line read last: whole lines, and as the last element
   * what stands behind the last line break. Empty when nothing more was pasted; taken only once.
   */
  List<String> takePasted();

  /** Prints lines, above the one being typed if there is one. Safe from any thread. */
  void print(List<String> lines);

  /** Brings the status line and the line being typed up to date. Safe from any thread. */
  void refresh();

  /** Whether the keys are those of vi, from the next line on; else those of Emacs. */
  void likeVi(boolean vi);

  /** Whether there is room for a status line. */
  boolean hasStatus();

  /** Whether what was typed is gone from the screen after Enter, so that it must be printed. */
  boolean erases();

  /** Empties the screen. */
  void wipe();

  /** Leaves the screen as a shell expects it. */
  void close();
}
