/**
 * One conversation: the pure state machine, and the client that keeps it going over a connection.
 *
 * <p>May import: {@code wire}, {@code protocol}. Start reading at {@link smtpterm.session.Session},
 * then {@link smtpterm.session.Client}.
 */
package smtpterm.session;
