/**
 * Tests of the packaged program as a person meets it: in a terminal and in a pipe. They need the
 * jar, so their names end in {@code IT}.
 *
 * <p>May import: {@link smtpterm.pty} and {@link smtpterm.testing}. Start reading with {@code
 * TypingIT}; {@link smtpterm.program.Program} starts everything.
 */
package smtpterm.program;
