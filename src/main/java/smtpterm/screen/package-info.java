/**
 * How a conversation looks: colours, signs, the lines of the screen, and making the text of
 * strangers harmless. Knows no terminal library: a pipe shows the same lines.
 *
 * <p>May import: {@code wire} (its records of TLS), {@code protocol}, {@code session}, {@code
 * knowledge}, {@code dns}, {@code mail}, {@code text}. Start reading at {@link
 * smtpterm.screen.Renderer}.
 */
package smtpterm.screen;
