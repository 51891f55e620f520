package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar reads a mail. */
@EnabledOnOs(OS.LINUX)
class ReadMailIT {
  private static final long SIZE = 300L << 20;

  @TempDir Path home;

  @Test
  void aMailInAFileIsShown() throws IOException {
    Path mail = Path.of("src", "test", "resources", "mails", "umlauts.eml").toAbsolutePath();
    Piped run = Piped.run(home, "", "explain", "--lang", "de", "--message", mail.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .contains("   Subject   Grüße und Einladung: Gartenparty am Südsee")
        .contains("   - Einladung für alle.pdf")
        .contains("       20. Nov. 2026 18:30:05 · 3 s später · ESMTPS: verschlüsselt")
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void aHugeMailNeedsNoMoreMemoryThanThereIs() throws IOException {
    Process process = Piped.start(home, "explain", "--json", "--message", "-");
    byte[] line = ("0123456789".repeat(8) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = process.getOutputStream()) {
                out.write("From: a@b.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                for (long sent = 0; sent < SIZE; sent += line.length) {
                  out.write(line);
                }
              } catch (IOException e) {
                // The program ended early, which its exit code tells.
              }
            });
    writer.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(Piped.exitCode(process)).isZero();
    assertThat(out).contains("\"cut\": true").hasSizeLessThan(1_200_000);
  }
}
