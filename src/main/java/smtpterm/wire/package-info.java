/**
 * Octets and lines: what goes over a TCP connection, in the clear or through TLS, without knowing
 * any protocol.
 *
 * <p>A connection begins in the clear; {@link smtpterm.wire.Connection#secure} puts TLS over it in
 * place, on the reading thread, by the {@link smtpterm.wire.TlsSettings} of the user. The library
 * judges the certificate for the name that was typed; the {@code Verifier} remembers what it saw
 * and the {@code Diagnosis} finds all that is wrong, so that a {@link smtpterm.wire.TlsTrouble} can
 * be explained. A connection whose handshake failed is closed and never used again; the way to go
 * on all the same is a new connection whose {@link smtpterm.wire.Trust} has an exception for
 * exactly that certificate.
 *
 * <p>May import: the JDK. Start reading at {@link smtpterm.wire.Connection}.
 */
package smtpterm.wire;
