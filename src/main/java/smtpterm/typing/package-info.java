/**
 * What helps while a line is typed: completions, the grey hint, colours, flaws, the status line.
 *
 * <p>Everything here looks at a snapshot of the conversation and at the catalogue, and gives back
 * plain values; it draws nothing and never waits. {@code shell.InputAssistant} asks it at each key.
 *
 * <p>May import: {@code wire}, {@code protocol}, {@code sasl}, {@code session}, {@code knowledge},
 * {@code screen}, {@code text}. Start reading at {@link smtpterm.typing.Completion}.
 */
package smtpterm.typing;
