/**
 * Session files: conversations written down, such as {@code C: EHLO me} and {@code S: 250}. Reads
 * and writes them in their own form. Pure: nothing is sent.
 *
 * <p>May import: {@code session}, {@code protocol}, {@code sasl}, {@code text}. Start reading at
 * {@link smtpterm.script.ScriptReader}, which makes a {@link smtpterm.script.Script} of {@link
 * smtpterm.script.Step}s; {@link smtpterm.script.ScriptWriter} writes it.
 */
package smtpterm.script;
