package smtpterm.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.testing.RecordingServer;

/** Starts the program in a terminal and waits for its prompt. */
final class Program {
  private Program() {}

  /** In a terminal, connected to a server of the test; not waiting for anything. */
  static PtyProgram at(RecordingServer server, Path home, String... options) throws IOException {
    return command(server, home, options).start();
  }

  /** The same, not started yet, so that size and variables can be chosen. */
  static PtyCommand command(RecordingServer server, Path home, String... options) {
    String[] arguments = new String[options.length + 2];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = "127.0.0.1";
    arguments[options.length + 1] = Integer.toString(server.port());
    return PtyCommand.smtpterm(home, arguments);
  }

  /** In a terminal, connected, the greeting read, and the prompt there. */
  static PtyProgram greeted(RecordingServer server, Path home, String... options)
      throws IOException {
    PtyProgram program = at(server, home, options);
    awaitPrompt(program, "S: 220");
    return program;
  }

  /** {@code smtpterm practice} on a free port, greeted. */
  static PtyProgram practice(Path home, String... options) throws IOException {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "practice";
    arguments[1] = "--smtp";
    arguments[2] = "0";
    System.arraycopy(options, 0, arguments, 3, options.length);
    PtyProgram program = PtyCommand.smtpterm(home, arguments).start();
    awaitPrompt(program, "S: 220");
    return program;
  }

  /** Waits for a row with this text, and below it an empty line behind the prompt. */
  static Screen awaitPrompt(PtyProgram program, String above) {
    return program.awaitScreen(
        "\"" + above + "\" and a prompt", prompted().and(screen -> screen.contains(above)));
  }

  /** An empty line behind {@code C: }, and the cursor in it. */
  static Predicate<Screen> prompted() {
    return screen -> screen.cursorLine().startsWith("C:") && screen.column() == 3;
  }

  /** Behind the prompt stands this, and the cursor at its end. */
  static Screen awaitTyped(PtyProgram program, String text) {
    return program.awaitScreen(
        "\"" + text + "\" behind the prompt",
        screen ->
            screen.cursorLine().startsWith("C: " + text) && screen.column() == 3 + text.length());
  }

  /** Waits until the program says that it waits for a reply. */
  static Screen awaitWaiting(PtyProgram program) {
    return program.awaitScreen(
        "seconds of waiting in the status line", screen -> screen.line(-1).contains("waiting "));
  }
}
