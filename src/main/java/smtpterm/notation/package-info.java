/**
 * Transcripts in the notations of others, read as session files: {@code >>> QUIT}, {@code Server:
 * 221}, a table, the bare screen of a terminal. Pure: nothing is sent, no file that they name is
 * opened.
 *
 * <pre>
 *  lines of the file
 *    │  Unwrapping    out of pages, comments, code blocks, HTML, tables, diagrams, logs
 *    │                (Typography, Pages, LineEnds, Leaders, Diagrams, Tables, Records, Markup,
 *    ▼                 Flattened, Callouts, Answered, Headed)
 *  Row               a line, or a part of one, with its number
 *    │  MarkSystem    which mark is whose: what stands behind it in the whole file decides
 *    ▼                (MarkScanner finds candidates, Votes counts, Repeated drops doubles)
 *  Said              a row with its side, as far as a mark tells it
 *    │  Hearing       follows the conversation: after 354 everything is text, after 334 an answer
 *    ▼                (Talk is its state; Loose hears what has no mark; Explanations fall off)
 *  Minutes           who says what, and what is doubtful
 *    │  Misfits       adds a doubt wherever question and answer do not fit
 *    ▼  Dialogue      refuses what is no conversation at all
 *  Script            Steps; every character stands for itself
 * </pre>
 *
 * <p>Two rules keep it honest. No mark is believed: it is the side that says codes which is the
 * server. And whatever was guessed is a doubt with its line number, so that nothing is wrong in
 * silence.
 *
 * <p>May import: {@code script}, {@code protocol}, {@code text}. Start reading at {@link
 * smtpterm.notation.AnyNotation}.
 */
package smtpterm.notation;
