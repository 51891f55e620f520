/**
 * Session files: conversations written down, such as {@code C: EHLO me} and {@code S: 250}. Reads
 * them in their own form and in the notations that people paste, and writes their own form. Pure:
 * nothing is sent, no file that they name is opened.
 *
 * <p>May import: {@code session}, {@code protocol}, {@code sasl}, {@code text}. Start reading at
 * {@link smtpterm.script.ScriptReader}, which makes a {@link smtpterm.script.Script} of {@link
 * smtpterm.script.Step}s; {@link smtpterm.script.ScriptWriter} writes it.
 */
package smtpterm.script;
