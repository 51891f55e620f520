package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ReportFileTest {
  @TempDir Path folder;

  private static CheckRun run() {
    return Runs.of(Runs.passed("a.session"));
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void aNewReportTakesThePlaceOfTheOldOne() throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "old");
    ReportFile.at(file, new JsonReport()).write(run());
    assertThat(file).content().startsWith("{").contains("a.session");
    assertThat(files()).isOne();
  }

  @Test
  void theOldReportStaysWhereTheNewOneFails() throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "old");
    ReportFile broken =
        ReportFile.at(
            file,
            (run, out) -> {
              out.write("half");
              throw new IOException("disk full");
            });
    assertThatThrownBy(() -> broken.write(run())).hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(files()).isOne();
  }

  @Test
  void whatCannotBeWrittenIsKnownBefore() throws IOException {
    assertThatThrownBy(() -> ReportFile.at(folder, new JsonReport()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ReportFile.at(folder.resolve("none").resolve("x"), new JsonReport()))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(files()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLinkStaysALinkAndADeviceADevice() throws IOException {
    Path real = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
    ReportFile.at(link, new JsonReport()).write(run());
    assertThat(link).isSymbolicLink();
    assertThat(real).content().contains("a.session");
    ReportFile.at(Path.of("/dev/null"), new JsonReport()).write(run());
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }
}
