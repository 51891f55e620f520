/**
 * Octets and lines: what goes over a TCP connection, without knowing any protocol.
 *
 * <p>May import: the JDK. Start reading at {@link smtpterm.wire.Connection}.
 */
package smtpterm.wire;
