package smtpterm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine in a folder: a checkout in {@code my project}, a {@code bin} with nothing but the tools
 * that the start script needs, and as much of Java and Maven as a test puts there. The pretended
 * Java prints its version, its arguments in brackets and its input, and ends with 7.
 */
final class PretendedMachine {
  /** How a start ended: exit code, standard output, standard error. */
  record Ended(int exit, String out, String err) {}

  private static final List<String> TOOLS =
      List.of("cat", "find", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "tail", "touch");

  private final Path root;
  private final Path bin;

  PretendedMachine(Path root) throws IOException {
    this.root = root.toRealPath();
    bin = Files.createDirectory(this.root.resolve("bin"));
    for (String tool : TOOLS) {
      program(bin.resolve(tool), "exec " + installed(tool) + " \"$@\"");
    }
    Files.createDirectories(project().resolve("scripts"));
    Files.copy(Path.of("scripts", "smtpterm"), script());
    Files.setPosixFilePermissions(script(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path folder(String name) {
    return root.resolve(name);
  }

  Path project() {
    return root.resolve("my project");
  }

  Path script() {
    return project().resolve("scripts/smtpterm");
  }

  Path jar() {
    return project().resolve("target/smtpterm.jar");
  }

  /** The arguments of all runs of the pretended Maven, one run a line. */
  List<String> builds() throws IOException {
    Path calls = root.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls, UTF_8) : List.of();
  }

  PretendedMachine withSources() throws IOException {
    Files.createDirectories(project().resolve("src/main/java/smtpterm"));
    write(project().resolve("pom.xml"), "<project/>");
    write(source(), "class Main {}");
    return this;
  }

  Path source() {
    return project().resolve("src/main/java/smtpterm/Main.java");
  }

  /** A jar that is an hour older than everything else. */
  PretendedMachine withOldJar() throws IOException {
    Files.createDirectories(jar().getParent());
    write(jar(), "old");
    Files.setLastModifiedTime(jar(), FileTime.from(Instant.now().minusSeconds(3600)));
    return this;
  }

  /** A whole JDK in PATH. */
  PretendedMachine withJdk() throws IOException {
    java(bin, "17.0.9");
    program(bin.resolve("javac"), "exit 0");
    return withHome(bin.getParent());
  }

  PretendedMachine withRuntime() throws IOException {
    java(bin, "17.0.9");
    return withHome(bin.getParent());
  }

  /** A Java that stands in its own folder, to be named by JAVA_HOME. */
  Path home(String name, String version) throws IOException {
    java(Files.createDirectories(root.resolve(name).resolve("bin")), version);
    return root.resolve(name);
  }

  /** A Maven that notes its arguments, swallows its input and makes the jar in the named folder. */
  PretendedMachine withMaven(String firstly) throws IOException {
    program(
        bin.resolve("mvn"),
        """
        echo "$JAVA_HOME in $PWD: $*" >>'%s'
        cat >/dev/null
        %s
        for word; do
          case $word in -Dtarget.folder=*) folder=${word#*=} ;; esac
        done
        mkdir -p "$folder"
        echo new >"$folder/smtpterm.jar"
        """
            .formatted(root.resolve("calls"), firstly));
    return this;
  }

  /** Starts the script with JAVA_HOME unset and in English. */
  Ended start(String input, String... arguments) throws Exception {
    return start(Map.of(), script(), input, arguments);
  }

  Ended start(Map<String, String> environment, Path script, String input, String... arguments)
      throws Exception {
    Path typed = Files.writeString(Files.createTempFile(root, "in", ""), input, UTF_8);
    Path out = Files.createTempFile(root, "out", "");
    Path err = Files.createTempFile(root, "err", "");
    Process process =
        command(environment, script, arguments)
            .redirectInput(typed.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after a minute: " + Files.readString(err, UTF_8));
    }
    return new Ended(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /** The start as it would be, in the folder above the checkout. */
  ProcessBuilder command(Map<String, String> environment, Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private PretendedMachine withHome(Path home) throws IOException {
    write(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"17.0.9\"\n");
    return this;
  }

  private static void java(Path folder, String version) throws IOException {
    program(
        folder.resolve("java"),
        """
        if [ "$1" = -XshowSettings:properties ]; then
          cat >/dev/null
          echo 'openjdk version "%s" 2023-10-17' >&2
          exit
        fi
        echo "Java %s"
        printf '[%%s]\\n' "$@"
        cat
        exit 7
        """
            .formatted(version, version));
  }

  private static void program(Path file, String text) throws IOException {
    write(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8);
  }

  private static Path installed(String tool) {
    return Stream.of("/usr/bin", "/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + tool + " on this machine"));
  }
}
