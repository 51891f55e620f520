/**
 * The practice server: speaks SMTP, LMTP and POP3 on this computer only, knows a few accounts,
 * keeps the mails and never sends any of them on.
 *
 * <p>Its replies are English and ASCII whatever the language of the program is, as those of real
 * servers are. {@link smtpterm.server.PracticeServer} has the sockets, {@link
 * smtpterm.server.Visit} one client's, a {@link smtpterm.server.Dialogue} the conversation with it
 * (no socket: a line goes in, an {@link smtpterm.server.Utterance} comes out), {@link
 * smtpterm.server.PostOffice} what all conversations share. Where the octets of a mail lie, in
 * memory, in one file for all large mails or in a directory that outlives the server, is the
 * business of {@link smtpterm.server.Storage}; everybody else sees {@link
 * smtpterm.server.MailOctets}.
 *
 * <p>With {@link smtpterm.server.ServerPart}, the server's part of a session file, it plays that
 * file instead: {@code ScriptedDialogue} is another dialogue, with the one of the practice server
 * beside it for what the file leaves open.
 *
 * <p>May import: {@code script}, {@code wire}, {@code protocol}, {@code sasl}, {@code text}. Start
 * reading at {@link smtpterm.server.SmtpDialogue} or {@link smtpterm.server.Pop3Dialogue}.
 */
package smtpterm.server;
