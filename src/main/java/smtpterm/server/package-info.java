/**
 * The practice server: speaks SMTP on this computer only, knows a few accounts, keeps the mails in
 * memory and never sends any of them on.
 *
 * <p>Its replies are English and ASCII whatever the language of the program is, as those of real
 * servers are. {@link smtpterm.server.PracticeServer} has the sockets, {@link
 * smtpterm.server.Visit} one client's, a {@link smtpterm.server.Dialogue} the conversation with it
 * (no socket: a line goes in, an {@link smtpterm.server.Utterance} comes out), {@link
 * smtpterm.server.PostOffice} what all conversations share.
 *
 * <p>May import: {@code wire}, {@code protocol}, {@code sasl}, {@code text}. Start reading at
 * {@link smtpterm.server.SmtpDialogue}.
 */
package smtpterm.server;
