package smtpterm.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What came of the program with lines piped into it.
 *
 * @param exitCode of the process
 * @param output both of its outputs, in the order in which they were written
 */
record Piped(int exitCode, String output) {

  /** Runs it with these lines as its input, to its end. */
  static Piped run(String target, String... lines) throws IOException, InterruptedException {
    return run(List.of(target), lines);
  }

  /** Runs it with options and target, and these lines as its input, to its end. */
  static Piped run(List<String> arguments, String... lines)
      throws IOException, InterruptedException {
    Path input = Files.createTempFile("piped", ".in");
    Path output = Files.createTempFile("piped", ".out");
    Files.writeString(input, String.join("\n", lines) + "\n", UTF_8);
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            System.getProperty("smtpterm.jar"),
            "--lang",
            "en");
    command.command().addAll(arguments);
    Process process =
        command
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output.toFile()))
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end: " + Files.readString(output, UTF_8));
      }
      return new Piped(process.exitValue(), Files.readString(output, UTF_8));
    } finally {
      process.destroyForcibly();
      Files.delete(input);
      Files.delete(output);
    }
  }
}
