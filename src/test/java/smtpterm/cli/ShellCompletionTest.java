package smtpterm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.manual.Shell;

/**
 * What real shells offer with the scripts. A shell that is not there is left out, unless {@code
 * -Dshells.required=true} says that it has to be.
 */
@DisabledOnOs(OS.WINDOWS)
final class ShellCompletionTest {
  private static final Path DRIVERS =
      Path.of("src", "test", "resources", "smtpterm", "manual").toAbsolutePath();

  private static final String CONFIGURATION =
      """
      lang = "de"
      [practice]
      smtp = 2526
      [server.school]
      host = "mail.example"
        [ server . "my-mail" ]  # with blanks and quotes
      [server.'$(touch hacked)']
      [server.`touch hacked`]
      # [server.gone]
      [servers.other]
      [server.pl_one]
      """;

  /** A line up to ^, and what is offered there; with + in front, more may be offered, too. */
  private static final String TABLE =
      """
      smtpterm pl^                        | play pl_one
      smtpterm ^                          | + practice serve play check completion school my-mail pl_one
      smtpterm term^                      |
      smtpterm -- pl^                     | pl_one
      smtpterm --lang de pl^              | play pl_one
      smtpterm --lang=de --tls pl^        | play pl_one
      smtpterm --timeout practice pl^     | play pl_one
      smtpterm mail.example ^             |
      smtpterm mail.example --la^         | --lang
      smtpterm mail.example play --ste^   |
      smtpterm localhost:2^               |
      smtpterm --l^                       | --lang
      smtpterm --lang ^                   | de en
      smtpterm --lang=^                   | de en
      smtpterm --lang=d^                  | de
      smtpterm --explain sh^              | short
      smtpterm --starttls ^               | optional required
      smtpterm --timeout ^                |
      smtpterm --ca ^                     | FILES
      smtpterm play --ste^                | --step
      smtpterm play --lan^                | --lang
      smtpterm play ^                     | FILES
      smtpterm play a.session ^           | school my-mail pl_one
      smtpterm play --step a.session s^   | school
      smtpterm play a.session host x^     |
      smtpterm check a.session ^          | FILES
      smtpterm check --json ^             | FILES
      smtpterm explain --json ^           |
      smtpterm explain --list p^          | parameters pop3 ports
      smtpterm explain --list=e^          | enhanced
      smtpterm explain --ca ^             |
      smtpterm serve --da^                | --data
      smtpterm serve --data ^             | FOLDERS
      smtpterm export -o ^                | FILES
      smtpterm export --to m^             | markdown mermaid
      smtpterm export --to=m^             | markdown mermaid
      smtpterm completion ^               | bash zsh fish
      smtpterm base64 --^                 | + --decode --anatomy --help
      """;

  @TempDir Path folder;

  @BeforeEach
  void thereAreFilesAndServers() throws IOException {
    Files.createDirectories(folder.resolve("work/lessons"));
    Files.writeString(folder.resolve("work/a.session"), "C: QUIT\n", UTF_8);
    Path config = Files.createDirectories(folder.resolve(".config/smtpterm"));
    Files.writeString(config.resolve("config.toml"), CONFIGURATION, UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void whatIsPossibleIsOfferedAndNothingElse(Shell shell) throws Exception {
    Map<String, String> table = new TreeMap<>();
    TABLE
        .lines()
        .map(row -> row.split("\\|", 2))
        .forEach(row -> table.put(row[0].substring(0, row[0].indexOf('^')), row[1].strip()));
    Map<String, Set<String>> offered = offered(shell, Map.of(), List.copyOf(table.keySet()));
    table.forEach(
        (line, wanted) -> {
          if (wanted.startsWith("+")) {
            assertThat(offered.get(line)).as(line).containsAll(words(shell, wanted.substring(1)));
          } else {
            assertThat(offered.get(line)).as(line).isEqualTo(words(shell, wanted));
          }
        });
    assertThat(folder.resolve("work/hacked")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void theConfigurationMayLieElsewhereOrLack(Shell shell) throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("my settings/smtpterm"));
    Files.writeString(elsewhere.resolve("config.toml"), "[server.other]\n", UTF_8);
    List<String> line = List.of("smtpterm play a.session ");
    String xdg = elsewhere.getParent().toString();
    assertThat(offered(shell, Map.of("XDG_CONFIG_HOME", xdg), line).get(line.get(0)))
        .containsExactly("other");
    assertThat(offered(shell, Map.of("XDG_CONFIG_HOME", xdg + "/none"), line).get(line.get(0)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"BASH,bash", "ZSH,zsh", "FISH,fish"})
  void germanDescriptionsAreNoSyntax(Shell shell, String name) throws Exception {
    Run run = Run.with("", "completion", name, "--lang", "de");
    Path script = Files.write(folder.resolve("script"), run.lines(), UTF_8);
    assertThat(run(shell, Map.of(), List.of("-n", script.toString()), List.of())).isEmpty();
  }

  private static Set<String> words(Shell shell, String wanted) {
    Set<String> words = new TreeSet<>(List.of(wanted.strip().split(" +")));
    words.remove("");
    if (words.remove("FILES")) {
      words.addAll(shell == Shell.BASH ? Set.of("<default>") : Set.of("a.session", "lessons"));
    }
    if (words.remove("FOLDERS")) {
      words.add(shell == Shell.BASH ? "<dirnames>" : "lessons");
    }
    return words;
  }

  private Map<String, Set<String>> offered(
      Shell shell, Map<String, String> variables, List<String> lines) throws Exception {
    Path script = folder.resolve("script");
    Files.write(script, Run.with("", "completion", shell.toString()).lines(), UTF_8);
    String driver = DRIVERS.resolve("offered." + shell).toString();
    Map<String, Set<String>> offered = new TreeMap<>();
    Set<String> now = new TreeSet<>();
    for (String word : run(shell, variables, List.of(driver, script.toString()), lines)) {
      if (word.startsWith("= ")) {
        now = offered.computeIfAbsent(word.substring(2), line -> new TreeSet<>());
      } else if (!word.isEmpty()) {
        // fish shows --lang=de where the others show de, and marks folders.
        now.add(word.replaceFirst("^--[a-z]+=", "").replaceFirst("/$", ""));
      }
    }
    assertThat(offered.keySet()).isEqualTo(new TreeSet<>(lines));
    return offered;
  }

  /** The lines that the shell prints, run without anybody's settings. */
  private List<String> run(
      Shell shell, Map<String, String> variables, List<String> arguments, List<String> input)
      throws Exception {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, shell.toString())));
    assumeTrue(there || Boolean.getBoolean("shells.required"), shell + " is not there");
    List<String> command = new ArrayList<>(List.of(shell.toString()));
    command.add(
        switch (shell) {
          case BASH -> "--norc";
          case ZSH -> "-f";
          case FISH -> "--no-config";
        });
    command.addAll(arguments);
    Path said = folder.resolve("said");
    Path typed = Files.write(folder.resolve("typed"), input, UTF_8);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.resolve("work").toFile())
            .redirectErrorStream(true)
            .redirectInput(typed.toFile())
            .redirectOutput(said.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().put("TERM", "xterm");
    builder.environment().putAll(variables);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", shell).isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(said, UTF_8);
    assertThat(process.exitValue()).as("%s", lines).isZero();
    return lines;
  }
}
