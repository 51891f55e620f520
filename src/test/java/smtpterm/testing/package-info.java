/**
 * What tests of several packages share: {@link smtpterm.testing.RecordingServer}, a real server on
 * a loopback port that says what a test wants and keeps every octet it hears, and {@link
 * smtpterm.testing.DnsServer}, which answers questions to the DNS.
 *
 * <p>May import: the JDK only.
 */
package smtpterm.testing;
