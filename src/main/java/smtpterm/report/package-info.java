/**
 * What became of session files that were played, for people and for programs: as lines ({@link
 * smtpterm.report.ComplaintLines}), JUnit XML, JSON and a page of HTML.
 *
 * <p>A {@link smtpterm.report.CheckRun} holds a {@link smtpterm.report.FileReport} for each file,
 * with what went wrong ({@link smtpterm.report.Complaint}) and what was said ({@link
 * smtpterm.report.Scene}). Secrets are masked before anything comes in here ({@link
 * smtpterm.report.ConversationLog}), all other text is as strangers wrote it: each writer makes it
 * harmless in its own way.
 *
 * <p>A {@link smtpterm.report.Sheet} is the conversation of a file that nobody plays, for a work
 * sheet: {@link smtpterm.report.SheetReader} makes it of a plan, a {@link
 * smtpterm.report.SheetWriter} writes it as Markdown, HTML, a diagram or JSON.
 *
 * <p>Knows neither files nor the player: whoever plays a file says here what became of it. May
 * import: {@code script}, {@code session}, {@code protocol}, {@code knowledge}, {@code screen},
 * {@code text}, {@code javax.xml.stream}, Gson. Start reading at {@link smtpterm.report.CheckRun},
 * for work sheets at {@link smtpterm.report.SheetReader}.
 */
package smtpterm.report;
