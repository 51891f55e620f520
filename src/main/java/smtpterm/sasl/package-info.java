/**
 * Logging in: a step machine for each mechanism, for the client and for the server, what each line
 * of a login is made of, POP3's APOP, and the Base64 that carries it all. No input or output, no
 * sentence for people, and no cryptography of its own: that of the JDK, of commons-codec and of the
 * SCRAM library.
 *
 * <p>A further mechanism is a constant of {@link smtpterm.sasl.Mechanism}, a {@code SaslClient} in
 * {@code Clients}, a {@code SaslServer} in {@link smtpterm.sasl.LoginDesk} and an {@code Anatomy}.
 *
 * <p>May import: the JDK's {@code javax.security} and {@code javax.crypto}, commons-codec, the
 * SCRAM library and {@code protocol}. Start reading at {@link smtpterm.sasl.ClientLogin} and {@link
 * smtpterm.sasl.LoginDesk}.
 */
package smtpterm.sasl;
