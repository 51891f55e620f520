/**
 * Logging in: step machines for the mechanisms LOGIN and PLAIN, for the client and for the server,
 * and the Base64 that carries their answers. No input or output.
 *
 * <p>A further mechanism is one more {@code SaslClient} and {@code SaslServer} in {@link
 * smtpterm.sasl.Mechanisms}; the rest of the program does not change.
 *
 * <p>May import: the JDK's {@code javax.security.sasl} and {@code callback}, commons-codec and
 * {@code protocol}. Start reading at {@link smtpterm.sasl.ClientLogin} and {@link
 * smtpterm.sasl.ServerLogin}.
 */
package smtpterm.sasl;
