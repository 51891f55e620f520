/**
 * The configuration file {@code config.toml}: what stands in it, in which line, and what is wrong.
 *
 * <p>What can be set is not known here: {@link smtpterm.config.Schema} is handed in, so that a new
 * option of the command line needs nothing here. No value is applied here either.
 *
 * <p>May import {@code protocol} (near words), {@code text} and tomlj, which only {@code Document}
 * and {@code Judge} touch: without a file none of its classes is loaded. Start reading at {@link
 * smtpterm.config.ConfigFile}.
 */
package smtpterm.config;
