/**
 * Session files: conversations written down, such as {@code C: EHLO me} and {@code S: 250}. Reads
 * and writes their form, and tells which reply belongs to which line.
 *
 * <p>Start reading at {@link smtpterm.script.SessionFiles}, which reads a file with those that it
 * includes. On the way {@code Marks} looks at the lines, {@code RoundReader} at what is said in a
 * row and the replies behind it, {@code Conversation} at what each of the lines is. Out comes a
 * {@link smtpterm.script.Script} of {@link smtpterm.script.Step}s, all that is wrong as {@link
 * smtpterm.script.ScriptError}s, and by {@link smtpterm.script.Plan} the conversation to be played.
 * {@link smtpterm.script.ScriptWriter} writes a script so that the same is read again; {@link
 * smtpterm.script.Recorder} writes down what is said just now, on a {@link smtpterm.script.Paper}.
 *
 * <p>Session files come from strangers: nothing is read but regular files in their folder ({@link
 * smtpterm.script.SessionFolder}), and no search of a {@link smtpterm.script.Regex} goes on for
 * ever. Nothing is sent here.
 *
 * <p>May import: {@code wire}, {@code session}, {@code protocol}, {@code sasl}, {@code text}.
 */
package smtpterm.script;
