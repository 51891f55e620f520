/**
 * What SMTP says: commands, replies, phases. No input or output, and no sentence for people.
 *
 * <p>May import: nothing but the JDK's plain types. Start reading at {@link
 * smtpterm.protocol.Dialect} and {@link smtpterm.protocol.Smtp}; what people mistype is found by
 * {@link smtpterm.protocol.LineFlaws} and {@link smtpterm.protocol.MessageWatch}.
 */
package smtpterm.protocol;
