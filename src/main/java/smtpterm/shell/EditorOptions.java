package smtpterm.shell;

import org.jline.reader.LineReader;

/** How JLine's reader is set, so that it changes nothing of what is typed. */
final class EditorOptions {
  private EditorOptions() {}

  /** Sets this reader. */
  static void set(LineReader reader) {
    reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    reader.setOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
    reader.setOpt(LineReader.Option.CASE_INSENSITIVE);
    reader.setOpt(LineReader.Option.CASE_INSENSITIVE_SEARCH);
    reader.unsetOpt(LineReader.Option.HISTORY_REDUCE_BLANKS);
    reader.unsetOpt(LineReader.Option.HISTORY_IGNORE_SPACE);
    reader.unsetOpt(LineReader.Option.INSERT_TAB);
    reader.unsetOpt(LineReader.Option.AUTO_REMOVE_SLASH);
    // The menu fits the window; JLine would ask first, in English.
    reader.setVariable(LineReader.LIST_MAX, 0);
    // What may be remembered is decided by what was sent: see Masking.history and Histories.
    reader.setVariable(LineReader.ERRORS, 0);
    reader.setVariable(LineReader.BELL_STYLE, "none");
    reader.setVariable(LineReader.COMPLETION_STYLE_LIST_BACKGROUND, "bg:default");
    reader.setVariable(LineReader.COMPLETION_STYLE_LIST_STARTING, "fg:cyan");
  }
}
