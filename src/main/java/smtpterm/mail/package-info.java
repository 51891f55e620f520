/**
 * Reading a message: its header fields decoded, its text, its attachments, and the way it came.
 *
 * <p>Everything here is written by strangers: nothing that a message holds makes the reading fail,
 * and what is kept of it is bounded. Pure data comes out; the words for it are in {@link
 * smtpterm.mail.MessageWords}, and making it harmless for a terminal is the job of {@code screen}.
 *
 * <p>May import: {@code wire} (only its lossless UTF-8), {@code protocol}, {@code text}, Apache
 * James MIME4J. Start reading at {@link smtpterm.mail.MessageReader}.
 */
package smtpterm.mail;
