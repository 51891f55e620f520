package smtpterm.shell;

import java.util.List;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Secrecy;
import smtpterm.typing.Base64Key;
import smtpterm.typing.Hint;
import smtpterm.typing.Piece;
import smtpterm.typing.Suggestion;

/**
 * What helps while a line is typed: mask, colours, grey hint, flaw, completion.
 *
 * <p>Called by the editor under its own lock, so implementations only look at snapshots and never
 * wait for the client.
 */
interface InputAid {
  /** What stands before the line: {@code C: }, or {@code > } where nothing is connected. */
  String prompt();

  /**
   * Whether Ctrl-C came as a signal since this was asked last. To be asked once it is a key: what
   * came between the last line and this one would be lost else.
   */
  boolean interrupted();

  /** What a line typed now would be. */
  LineKind kind();

  /** From which index on the line must not be shown, or {@link Secrecy#NOTHING}. */
  int secretFrom(String line);

  /**
   * What stands below the line while earlier lines are searched.
   *
   * @param term what is sought, perhaps nothing yet
   * @param failing whether there is none
   */
  String sought(String term, boolean backward, boolean failing);

  /** The pieces of the line, in their order and without gaps, each in the colour of its role. */
  List<Piece> pieces(String line);

  /**
   * What stands in grey behind the line, perhaps nothing.
   *
   * @param named whether a status line names what is wrong with it
   */
  Hint hint(String line, boolean named);

  /**
   * The status line for a window so many columns wide, while this line is typed; or nothing.
   *
   * @param hidden whether the line is masked, so that no part of it may be repeated
   */
  String status(String line, boolean hidden, int columns);

  /** What Tab can make of the line. */
  List<Suggestion> complete(String line);

  /** The line with the part at the cursor in Base64, or restored; for F6. */
  Base64Key.Change base64(String line);

  /**
   * Lines that say what the line would mean, were it sent now; for F2.
   *
   * @param hidden whether the line is masked, so that no part of it may be repeated
   */
  List<String> explain(String line, boolean hidden);

  /** Lines of help for the word at the cursor; for F1. */
  List<String> help(String line, int cursor);
}
