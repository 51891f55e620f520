package smtpterm.report;

import java.io.IOException;
import java.io.Writer;

/** Writes a run in one form, such as JSON. Text of strangers is made harmless for that form. */
public interface ReportWriter {
  /** Writes all of it; leaves the writer open. */
  void write(CheckRun run, Writer out) throws IOException;
}
