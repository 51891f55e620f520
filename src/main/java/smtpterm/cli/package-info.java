/**
 * The command line: {@code smtpterm}, {@code practice}, {@code serve}; everything that needs
 * picocli, and the only place that knows the standard streams.
 *
 * <p>May import all packages. Start reading at {@link smtpterm.cli.Cli}, then {@code
 * Conversations}.
 */
package smtpterm.cli;
