/**
 * Plays the client of a session file against a live server: says its lines, compares the replies
 * with what the file expects, fills in names, secrets and the answers of logins.
 *
 * <p>May import: {@code script}, {@code session}, {@code wire}, {@code protocol}, {@code sasl},
 * {@code text}. Start reading at {@link smtpterm.replay.Player}, which asks {@link
 * smtpterm.replay.Stage} for connections, tells {@link smtpterm.replay.Audience} what happens, and
 * gives back an {@link smtpterm.replay.Outcome}.
 */
package smtpterm.replay;
