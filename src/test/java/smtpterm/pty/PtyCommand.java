package smtpterm.pty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program to be started in a terminal, such as {@code PtyCommand.smtpterm(home,
 * "practice").size(40, 24).start()}.
 *
 * <p>It inherits nothing of this process' environment but PATH: the terminal is an xterm, the
 * locale English UTF-8.
 */
public final class PtyCommand {

  // The first shell is no session leader, so that opening the terminal does not give it to this
  // process' session.
  private static final String OPEN_TERMINAL =
      "exec 3<&0 <>\"$0\" >&0 2>&0; stty iutf8; exec setsid --ctty sh -c \"$@\"";

  // A test run in the background or under nohup ignores signals, and that would be inherited: env
  // undoes it.
  private static final String LEAD_SESSION =
      """
      trap : INT QUIT
      sh -c 'printf "\\033]%s;%d\\007" "$0" $$; exec env --default-signal=INT,QUIT,HUP,PIPE "$@" 3<&-' "$0.pid" "$@"
      printf '\\033]%s;%d\\007' "$0.exit" $?
      read -r closed <&3
      """;

  private final List<String> command;
  private final Map<String, String> environment = new TreeMap<>();
  private int columns = 80;
  private int rows = 24;
  private String background = "";

  private PtyCommand(List<String> command) {
    this.command = List.copyOf(command);
    environment.put("PATH", System.getenv("PATH"));
    environment.put("TERM", "xterm-256color");
    environment.put("LANG", "C.UTF-8");
  }

  /** Any command line, looked up in PATH. */
  public static PtyCommand of(String... command) {
    return new PtyCommand(List.of(command));
  }

  /**
   * The packaged program with the Java that runs this test; the jar is named by the system property
   * {@code smtpterm.jar}.
   *
   * @param home takes the place of the user's home and state directory
   */
  public static PtyCommand smtpterm(Path home, String... arguments) {
    return smtpterm(Path.of(System.getProperty("java.home")), home, arguments);
  }

  /** The packaged program with the Java found in {@code javaHome}. */
  public static PtyCommand smtpterm(Path javaHome, Path home, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    // A short life is all compilation by the first tier, and one of many on a small machine.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    // Java takes the home directory from the password file, whatever HOME says.
    command.add("-Duser.home=" + home);
    command.addAll(List.of("-jar", System.getProperty("smtpterm.jar")));
    command.addAll(List.of(arguments));
    return new PtyCommand(command)
        .env("HOME", home.toString())
        .env("XDG_STATE_HOME", home.resolve("state").toString())
        .env("XDG_CONFIG_HOME", home.resolve("config").toString())
        .env("XDG_CACHE_HOME", home.resolve("cache").toString());
  }

  public PtyCommand env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public PtyCommand size(int newColumns, int newRows) {
    columns = newColumns;
    rows = newRows;
    return this;
  }

  /** What the terminal answers to OSC 11, such as {@code rgb:0000/0000/0000}; else nothing. */
  public PtyCommand background(String colour) {
    background = colour;
    return this;
  }

  /** Starts the program; it has been given the terminal when this returns. */
  public PtyProgram start() throws IOException {
    return new PtyProgram(this);
  }

  /**
   * How to start the program as the job of a session whose terminal is {@code tty}. On the
   * terminal, its process id and exit code are told as OSC {@code nonce.pid;n} and {@code
   * nonce.exit;n}. The session ends with its standard input.
   */
  ProcessBuilder launch(String tty, String nonce) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of("sh", "-c", OPEN_TERMINAL, tty, LEAD_SESSION, nonce));
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  String background() {
    return background;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }
}
