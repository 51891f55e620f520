/**
 * What tests of several packages share: {@link smtpterm.testing.RecordingServer}, a real server on
 * a loopback port that says what a test wants and keeps every octet it hears.
 *
 * <p>May import: the JDK only.
 */
package smtpterm.testing;
