package smtpterm.report;

import java.io.IOException;
import java.io.Writer;

/** Writes a conversation in one form, such as Markdown. Text of strangers stays mere text. */
public interface SheetWriter {
  /** Writes all of it, ended by a new line; leaves the writer open. */
  void write(Sheet sheet, Writer out) throws IOException;
}
