/**
 * Drives a program in a real pseudo-terminal, as a person at a keyboard does, and looks at its
 * screen. Linux only; it needs nothing but Java and the base system ({@code sh}, {@code setsid},
 * {@code env}, {@code stty}).
 *
 * <p>May import: JUnit, AssertJ and JLine, which brings the native call that opens the terminal;
 * nothing of the program under test. Start reading at {@link smtpterm.pty.PtyCommand}, then {@link
 * smtpterm.pty.PtyProgram}; {@link smtpterm.pty.Screen} is what a test looks at.
 */
package smtpterm.pty;
