/**
 * What can be typed behind {@code smtpterm}, written down for others: the manual page in roff and
 * the completions of bash, zsh and fish. All of them come from one {@code Program}, which the
 * command line makes of its own model, so that none of them can fall behind it.
 *
 * <p>May import {@code text}; knows nothing of how a command line is read. Start reading at {@link
 * smtpterm.manual.Program}, then {@code Shell} and {@code ManPage}.
 */
package smtpterm.manual;
