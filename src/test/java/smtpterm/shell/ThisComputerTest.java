package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThisComputerTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Test
  void theNameIsWhatTheSystemTells() throws IOException {
    List<Path> files =
        List.of(folder.resolve("none"), file("bad", "my_laptop\n"), file("good", "laptop.lan\n"));
    assertThat(ThisComputer.named(Map.of(), files)).contains("laptop.lan");
    assertThat(ThisComputer.named(Map.of("COMPUTERNAME", "DESKTOP-4711"), files))
        .contains("DESKTOP-4711");
    assertThat(ThisComputer.named(Map.of("COMPUTERNAME", "ANNAS_PC"), List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my_laptop", "-x", "x-", "a..b", "Bürorechner", "10.0.0.7", "a b"})
  void whatIsNoDomainIsNoName(String text) {
    assertThat(ThisComputer.usable(text)).isEmpty();
  }

  @Test
  void aNameThatIsTooLongIsNone() {
    assertThat(ThisComputer.usable("a".repeat(63) + ".example")).isPresent();
    assertThat(ThisComputer.usable("a".repeat(64) + ".example")).isEmpty();
    assertThat(ThisComputer.usable("a.".repeat(150) + "example")).isEmpty();
  }
}
