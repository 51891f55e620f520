package smtpterm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("config.toml");
  }

  private Reading read() {
    return new ConfigFile(file()).load().orElseThrow().read(Schemas.small());
  }

  private List<Problem.Kind> problems() {
    return read().problems().stream().map(Problem::kind).toList();
  }

  @Test
  void noFileIsNoTrouble() throws IOException {
    assertThat(new ConfigFile(file()).load()).isEmpty();
    assertThat(new ConfigFile(folder.resolve("no/folder/config.toml")).load()).isEmpty();
    Files.writeString(folder.resolve("plain"), "");
    assertThat(new ConfigFile(folder.resolve("plain/smtpterm/config.toml")).load()).isEmpty();
  }

  @Test
  void anEmptyFileSetsNothing() throws IOException {
    Files.writeString(file(), "");
    assertThat(read()).isEqualTo(Reading.NOTHING);
  }

  @Test
  void theMarkOfWindowsEditorsAndTheirLineEndingsAreTaken() throws IOException {
    Files.writeString(file(), "\uFEFFlang = \"de\"\r\ntimeout = \"3s\"\r\n");
    assertThat(read().problems()).isEmpty();
    assertThat(read().configuration().top()).containsOnlyKeys("lang", "timeout");
  }

  @Test
  void anotherCharsetIsNamedWithItsLine() throws IOException {
    Files.write(file(), "lang = \"de\"\n# schön\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_UTF8);
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.column()).isEqualTo(6);
            });
  }

  @Test
  void aFolderIsNotRead() throws IOException {
    Files.createDirectory(file());
    assertThat(problems()).containsExactly(Problem.Kind.FOLDER);
  }

  @Test
  void aFileThatIsMuchTooLargeIsNotRead() throws IOException {
    Files.write(file(), new byte[ConfigFile.LONGEST + 1]);
    assertThat(problems()).containsExactly(Problem.Kind.TOO_LONG);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void nobodyWaitsForAPipe() throws IOException, InterruptedException {
    Process mkfifo = new ProcessBuilder("mkfifo", file().toString()).start();
    assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(problems()).containsExactly(Problem.Kind.NO_FILE);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatMustNotBeReadIsNamed() throws IOException {
    Files.writeString(file(), "lang = \"de\"\n");
    assertThat(file().toFile().setReadable(false, false)).isTrue();
    assumeFalse(Files.isReadable(file()), "the administrator may read everything");
    assertThat(problems()).containsExactly(Problem.Kind.UNREADABLE);
  }
}
