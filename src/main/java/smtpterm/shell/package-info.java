/**
 * The interactive terminal: the loop, the local commands, and everything that needs JLine.
 *
 * <p>May import all packages but {@code server} and {@code cli}; what {@code /inbox} needs is
 * handed in. Two traps: JLine holds its own lock while completer, highlighter and prompt run, so
 * these look at snapshots only ({@link smtpterm.session.Client#view}); and between two lines the
 * terminal must stay raw ({@code Tty}).
 *
 * <p>Start reading at {@code TerminalSession}, then {@code Shell}.
 */
package smtpterm.shell;
