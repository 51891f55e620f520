/**
 * Everything a user reads, in German and English: choosing the language, loading, putting in.
 *
 * <p>A leaf: imports the JDK only; all packages but {@code wire} and {@code protocol} may use it.
 * Start reading at {@link smtpterm.text.Texts}.
 */
package smtpterm.text;
