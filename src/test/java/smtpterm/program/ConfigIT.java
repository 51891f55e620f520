package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.server.PracticeServer;
import smtpterm.server.Settings;

/** The configuration file: what it sets, the servers it names, and what is wrong with it. */
@EnabledOnOs(OS.LINUX)
class ConfigIT {
  @TempDir Path home;

  /** Where the program in a terminal looks. */
  private void write(String text) throws IOException {
    Path file = home.resolve("config").resolve("smtpterm").resolve("config.toml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String school(PracticeServer server, String... more) {
    return "[server.schule]\nhost = \"127.0.0.1\"\nport = "
        + server.port()
        + "\n"
        + String.join("\n", more)
        + "\n";
  }

  private static PracticeServer server() throws IOException {
    return PracticeServer.start(Settings.standard().withPort(0), delivered -> {});
  }

  /** Runs the program in a pipe with these variables and options of Java. */
  private Piped piped(Map<String, String> variables, List<String> java, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.home=" + home));
    command.addAll(java);
    command.addAll(List.of("-jar", System.getProperty("smtpterm.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().putAll(variables);
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    Process process =
        builder
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int code = Piped.exitCode(process);
    return new Piped(code, Files.readString(out), Files.readString(err));
  }

  @Test
  void aServerIsConnectedToByItsNameAndKnowsItsUser() throws IOException {
    try (PracticeServer server = server()) {
      write(school(server, "user = \"bob\""));
      try (PtyProgram program = PtyCommand.smtpterm(home).start()) {
        program.awaitScreen("a prompt", screen -> screen.cursorLine().startsWith(">"));
        program.type("/connect sch");
        program.key(Key.TAB);
        program.awaitScreen("/connect schule");
        program.enter("");
        Program.awaitPrompt(program, "S: 220");
        program.enter("EHLO laptop");
        Program.awaitPrompt(program, "→ AUTH LOGIN");
        program.enter("/login");
        program.awaitScreen("a question", s -> s.cursorLine().contains(" 127.0.0.1:"));
        assertThat(program.screen().contains("As bob,")).isTrue();
        program.enter("topSecret");
        Program.awaitPrompt(program, "S: 235 ");
      }
    }
  }

  @Test
  void whatAServerInsistsOnIsNotMeantForOthers() throws IOException {
    try (PracticeServer server = server()) {
      write(school(server, "starttls = \"required\"", "explain = \"full\"", "lang = \"de\""));
      try (PtyProgram program = PtyCommand.smtpterm(home, "schule").start()) {
        Program.awaitPrompt(program, "S: 220");
        program.enter("EHLO laptop");
        Program.awaitPrompt(program, "→ AUTH LOGIN");
        program.enter("/login anna");
        program.awaitScreen("--starttls required: ohne TLS");
        program.enter("QUIT");
        program.awaitScreen("S: 221");
        program.enter("/clear");
        program.enter("/connect 127.0.0.1:" + server.port());
        Program.awaitPrompt(program, "S: 220");
        program.enter("EHLO laptop");
        Program.awaitPrompt(program, "→ AUTH LOGIN");
        program.enter("/login anna");
        program.awaitScreen("a question", s -> s.cursorLine().contains(" 127.0.0.1:"));
      }
    }
  }

  @Test
  void whatSetSetsHoldsFromTheStart() throws IOException {
    write("status = \"off\"\nlang = \"de\"\n[practice]\nreveal = \"off\"\n");
    try (PtyProgram program = Program.practice(home)) {
      assertThat(program.screen().line(-1)).doesNotContain("127.0.0.1");
      program.enter("/set");
      program.awaitScreen("reveal off");
      program.awaitScreen("status off");
      program.awaitScreen("lang de");
    }
  }

  @Test
  void aWrongFileIsExplainedInTheTerminalsLanguageAndEndsWithTwo() throws IOException {
    write("lang = \"de\"\n[practice]\nsmtp = PORT\n");
    try (PtyProgram program = PtyCommand.smtpterm(home, "practice").start()) {
      program.awaitScreen("um „PORT“ fehlen die Anführungszeichen");
      assertThat(program.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void theTemplateIsForItsOwnerAloneAndWrittenOnce() throws IOException {
    Piped init = piped(Map.of(), List.of(), "config", "--init");
    assertThat(init.exitCode()).as(init.err()).isZero();
    Path file = home.resolve(".config").resolve("smtpterm").resolve("config.toml");
    assertThat(init.out()).isEqualTo(file + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    Piped again = piped(Map.of(), List.of(), "config", "--init", "--lang", "de");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).startsWith("smtpterm: " + file + " gibt es schon");
  }

  @Test
  void aPlaceWhereNobodyCanWriteIsNamed() throws IOException {
    // Not even the administrator makes folders there.
    Map<String, String> nowhere = Map.of("XDG_CONFIG_HOME", "/proc/none");
    Piped init = piped(nowhere, List.of(), "config", "--init");
    assertThat(init.exitCode()).isEqualTo(2);
    assertThat(init.err()).startsWith("smtpterm: /proc/none/smtpterm/config.toml cannot be");
    assertThat(piped(nowhere, List.of(), "practice", "--smtp", "0").exitCode()).isZero();
  }

  @Test
  void withoutAFileNothingOfItsLibraryIsLoaded() throws IOException {
    Path classes = home.resolve("classes");
    List<String> log = List.of("-Xlog:class+load:file=" + classes);
    assertThat(piped(Map.of(), log, "practice", "--smtp", "0").exitCode()).isZero();
    assertThat(Files.readString(classes))
        .contains("smtpterm.cli.Cli ")
        .doesNotContain("org.tomlj", "org.antlr");
    Files.createDirectories(home.resolve(".config/smtpterm"));
    Files.writeString(home.resolve(".config/smtpterm/config.toml"), "lang = \"en\"\n");
    assertThat(piped(Map.of(), log, "practice", "--smtp", "0").exitCode()).isZero();
    assertThat(Files.readString(classes)).contains("org.tomlj");
  }
}
