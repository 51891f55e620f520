package smtpterm.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the command line in this process.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Run(int code, String out, String err) {
  /** With this input and an English locale. */
  static Run with(String input, String... arguments) {
    return with(input.getBytes(StandardCharsets.UTF_8), Map.of(), arguments);
  }

  static Run with(byte[] input, Map<String, String> variables, String... arguments) {
    Map<String, String> all =
        new HashMap<>(Map.of("LANG", "en_GB.UTF-8", "XDG_CONFIG_HOME", "/dev/null"));
    all.putAll(variables);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Cli.with(
                new ByteArrayInputStream(input),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all)
            .run(arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines of standard output. */
  List<String> lines() {
    return out.lines().toList();
  }
}
