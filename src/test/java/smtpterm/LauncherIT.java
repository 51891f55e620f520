package smtpterm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.PretendedMachine.Ended;

/**
 * The start script {@code scripts/smtpterm} on machines that have more or less of what it needs.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final Map<String, String> GERMAN = Map.of("LANG", "de_DE.UTF-8");

  private PretendedMachine machine;

  @BeforeEach
  void boot(@TempDir Path folder) throws IOException {
    machine = new PretendedMachine(folder);
  }

  @Test
  void argumentsInputAndExitCodeGoThroughUntouched() throws Exception {
    machine.withJdk().withOldJar();

    Ended ended = machine.start("EHLO me\nQUIT", "a b", "", "*", "-n", "$HOME");

    assertThat(ended.out()).endsWith("[a b]\n[]\n[*]\n[-n]\n[$HOME]\nEHLO me\nQUIT");
    assertThat(ended.out()).contains("[-jar]\n[" + machine.jar() + "]\n");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isEqualTo(7);
  }

  @Test
  void aChainOfLinksLeadsToTheProgram() throws Exception {
    machine.withJdk().withOldJar();
    Path folder = Files.createDirectories(machine.folder("far away/links"));
    Files.createSymbolicLink(folder.resolve("one"), machine.script());
    Files.createSymbolicLink(machine.folder("two"), Path.of("far away/links/one"));
    Files.createSymbolicLink(folder.resolve("three"), Path.of("../../two"));
    Files.createSymbolicLink(machine.folder("linked folder"), folder);

    Ended ended = machine.start(Map.of(), machine.folder("linked folder/three"), "");

    assertThat(ended.out()).contains("[" + machine.jar() + "]");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void aScriptNamedWithoutAFolderFindsItsProgram() throws Exception {
    machine.withJdk().withOldJar();
    ProcessBuilder command = machine.command(Map.of(), Path.of("/bin/sh"), "smtpterm");

    Process process = command.directory(machine.script().getParent().toFile()).start();
    process.getOutputStream().close();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .contains("[" + machine.jar() + "]");
    assertThat(process.waitFor()).isEqualTo(7);
  }

  @Test
  void withoutJavaItSaysWhereItLookedAndWhatToInstall() throws Exception {
    machine.withOldJar();

    Ended english = machine.start("", "--version");
    Ended german = machine.start(GERMAN, machine.script(), "");

    assertThat(english.exit()).isEqualTo(2);
    assertThat(english.out()).isEmpty();
    assertThat(english.err())
        .hasLineCount(1)
        .startsWith("smtpterm: Java 17 or newer is missing. I looked in JAVA_HOME (not set) and")
        .contains("openjdk-17-jdk");
    assertThat(german.err())
        .hasLineCount(1)
        .startsWith("smtpterm: Java 17 oder neuer fehlt. Gesucht habe ich in JAVA_HOME (nicht ge");
  }

  @Test
  void theLanguageIsChosenAsLocalesAre() throws Exception {
    Map<String, String> english = Map.of("LC_ALL", "C", "LC_MESSAGES", "de_AT", "LANG", "de_DE");
    Map<String, String> german = Map.of("LC_ALL", "", "LC_MESSAGES", "de_AT", "LANG", "C");

    assertThat(machine.start(english, machine.script(), "").err()).contains("is missing");
    assertThat(machine.start(german, machine.script(), "").err()).contains("fehlt");
  }

  @Test
  void withNothingInPathItStillSaysSo() throws Exception {
    Map<String, String> nothing = Map.of("PATH", "", "JAVA_HOME", "/no where");

    Ended ended = machine.start(nothing, machine.script(), "");

    assertThat(ended.err()).hasLineCount(1).contains("JAVA_HOME (/no where)");
    assertThat(ended.exit()).isEqualTo(2);
  }

  @Test
  void javaHomeComesBeforePath() throws Exception {
    machine.withJdk().withOldJar();
    Path home = machine.home("jdk 21", "21.0.1");

    Ended ended = machine.start(Map.of("JAVA_HOME", home.toString()), machine.script(), "x");

    assertThat(ended.out()).startsWith("Java 21").endsWith("x");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isEqualTo(7);
  }

  @Test
  void tooOldJavaInJavaHomeIsPassedOverWithoutAWord() throws Exception {
    machine.withJdk().withOldJar();
    Path home = machine.home("jdk16", "16.0.2");

    Ended ended = machine.start(Map.of("JAVA_HOME", home.toString()), machine.script(), "");

    assertThat(ended.out()).startsWith("Java 17");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isEqualTo(7);
  }

  @Test
  void tooOldJavaIsNamedWhenThereIsNoOther() throws Exception {
    machine.withOldJar();
    Path home = machine.home("jdk8", "1.8.0_292");

    Ended ended = machine.start(Map.of("JAVA_HOME", home.toString()), machine.script(), "");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("too old: " + home.resolve("bin/java"));
  }

  @Test
  void itIsBuiltOnceAndAgainWhenASourceIsNewer() throws Exception {
    machine.withJdk().withSources().withMaven("");

    Ended first = machine.start("EHLO me\nQUIT");
    Ended second = machine.start("EHLO me\nQUIT");
    Files.setLastModifiedTime(machine.jar(), Files.getLastModifiedTime(machine.source()));
    Files.writeString(machine.source().resolveSibling("New.java"), "", UTF_8);
    Ended third = machine.start(GERMAN, machine.script(), "NOOP");

    assertThat(first.out()).endsWith("EHLO me\nQUIT");
    assertThat(first.err()).startsWith("smtpterm: Building the program once").hasLineCount(1);
    assertThat(second.err()).isEmpty();
    assertThat(third.out()).endsWith("NOOP");
    assertThat(third.err()).startsWith("smtpterm: Das Programm wird einmal gebaut");
    assertThat(machine.builds())
        .hasSize(2)
        .allSatisfy(build -> assertThat(build).contains(machine.project() + ": -B -q -Dquick"))
        .allSatisfy(build -> assertThat(build).startsWith(machine.folder("").toString()));
    assertThat(machine.jar().resolveSibling("start.lock")).doesNotExist();
  }

  @Test
  void aFailedBuildShowsTheEndOfWhatMavenSaid() throws Exception {
    machine.withJdk().withSources().withMaven("echo '[ERROR] line 3 is wrong'; exit 1");

    Ended ended = machine.start("");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("[ERROR] line 3 is wrong", "The build failed");
    assertThat(machine.jar()).doesNotExist();
    assertThat(machine.jar().resolveSibling("build.log")).content(UTF_8).contains("line 3");
    assertThat(machine.jar().resolveSibling("start.lock")).doesNotExist();
  }

  @Test
  void whatIsMissingForBuildingIsNamed() throws Exception {
    machine.withSources();
    Ended noMaven = machine.withRuntime().start("");
    Ended noCompiler = machine.withMaven("").start("");

    assertThat(noMaven.err()).hasLineCount(1).contains("Maven (mvn)", "apt install maven");
    assertThat(noMaven.exit()).isEqualTo(2);
    assertThat(noCompiler.err()).hasLineCount(1).contains("javac", "only a runtime", "JDK");
    assertThat(noCompiler.exit()).isEqualTo(2);
    assertThat(machine.builds()).isEmpty();
  }

  @Test
  void anOldJarStillRunsWhereNothingCanBeBuilt() throws Exception {
    machine.withRuntime().withSources().withOldJar();

    Ended ended = machine.start("hello");

    assertThat(ended.out()).endsWith("hello");
    assertThat(ended.err()).hasLineCount(2).contains("older than its sources");
    assertThat(ended.exit()).isEqualTo(7);
  }

  @Test
  void aCopyBesideTheJarNeedsNoProject() throws Exception {
    machine.withJdk();
    Path alone = Files.createDirectory(machine.folder("copied to"));
    Path script = Files.copy(machine.script(), alone.resolve("smtpterm"), COPY_ATTRIBUTES);

    Ended without = machine.start(Map.of(), script, "");
    Files.writeString(alone.resolve("smtpterm.jar"), "jar", UTF_8);
    Ended with = machine.start(Map.of(), script, "");

    assertThat(without.err()).contains("smtpterm.jar is missing").hasLineCount(1);
    assertThat(without.exit()).isEqualTo(2);
    assertThat(with.out()).contains("[" + alone.resolve("smtpterm.jar") + "]");
  }

  @Test
  @Timeout(60)
  void twoStartsAtOnceBuildOnce() throws Exception {
    Path gate = machine.folder("gate");
    machine.withJdk().withSources().withMaven("until [ -e '" + gate + "' ]; do sleep 0.1; done");
    Process first = machine.command(Map.of(), machine.script()).start();
    first.getOutputStream().close();
    try (BufferedReader saying = first.errorReader(UTF_8)) {
      assertThat(saying.readLine()).contains("Building");
      Process second = machine.command(Map.of(), machine.script()).start();
      second.getOutputStream().close();
      assertThat(second.errorReader(UTF_8).readLine()).contains("Another start is building");
      Files.createFile(gate);

      assertThat(first.waitFor()).isEqualTo(7);
      assertThat(second.waitFor()).isEqualTo(7);
      assertThat(machine.builds()).hasSize(1);
    }
  }

  @Test
  void aLockWhoseHolderIsGoneHoldsNobody() throws Exception {
    machine.withJdk().withSources().withMaven("");
    Process gone = new ProcessBuilder("/bin/sh", "-c", "exit").start();
    gone.waitFor();
    Files.createDirectories(machine.jar().getParent());
    Files.writeString(machine.jar().resolveSibling("start.lock"), gone.pid() + "\n", UTF_8);

    Ended ended = machine.start("");

    assertThat(ended.err()).hasLineCount(1).contains("Building");
    assertThat(machine.builds()).hasSize(1);
  }
}
