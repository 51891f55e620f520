package smtpterm.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of the program in a pipe: what it was given, and what came of it.
 *
 * @param exitCode of the process
 * @param out what it wrote to its output, decoded from UTF-8
 * @param err what it complained about
 */
record Piped(int exitCode, String out, String err) {
  private static final long SECONDS = 30;

  /** Runs it with this input to its end. */
  static Piped run(Path home, String input, String... arguments) throws IOException {
    return run(home, input.getBytes(StandardCharsets.UTF_8), "C.UTF-8", arguments);
  }

  /** Runs it with these octets as input, in this locale, to its end. */
  static Piped run(Path home, byte[] input, String locale, String... arguments) throws IOException {
    Path in = Files.write(home.resolve("stdin"), input);
    Path out = home.resolve("stdout");
    Path err = home.resolve("stderr");
    Process process =
        builder(home, locale, arguments)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int code = exitCode(process);
    return new Piped(code, Files.readString(out), Files.readString(err));
  }

  /** Its process, the three streams being pipes of the test. */
  static Process start(Path home, String... arguments) throws IOException {
    return builder(home, "C.UTF-8", arguments).start();
  }

  /** Waits for its end. */
  static int exitCode(Process process) {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("Waited in vain for the end of the program");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The lines of the output. */
  List<String> lines() {
    return out.lines().toList();
  }

  private static ProcessBuilder builder(Path home, String locale, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    command.add("-Duser.home=" + home);
    command.addAll(List.of("-jar", System.getProperty("smtpterm.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("LANG", locale);
    return builder;
  }
}
