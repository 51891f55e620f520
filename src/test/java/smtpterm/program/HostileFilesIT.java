package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Session files that are meant to break the program, in a process with little memory. */
@EnabledOnOs(OS.LINUX)
class HostileFilesIT {
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir Path home;

  private Path large(String piece, int octets) throws IOException {
    Path file = home.resolve("hostile.session");
    byte[] block =
        piece.repeat(Math.max(1, 65_536 / piece.length())).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long written = 0; written < octets; written += block.length) {
        out.write(block);
      }
    }
    return file;
  }

  private Piped check(Path file) throws IOException {
    Piped run = Piped.run(home, "", "convert", file.toString(), "--lang", "en");
    assertThat(run.err()).doesNotContain("Exception", "Error:", "\tat ");
    assertThat(run.err().length()).isLessThan(100_000);
    assertThat(run.err()).doesNotContainPattern("[\\p{Cntrl}\u202e&&[^\n]]");
    return run;
  }

  @Test
  void hugeFilesAreRefusedWithoutBeingReadWhole() throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    files.put("x", 100 * MEBIBYTE);
    files.put("C: x\n", 16 * MEBIBYTE);
    files.put("\u0000", 16 * MEBIBYTE);
    for (Map.Entry<String, Integer> file : files.entrySet()) {
      Piped run = check(large(file.getKey(), file.getValue()));
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).contains("The file is larger than").hasLineCount(2);
    }
    Piped lines = check(large("C:\n", 3 * MEBIBYTE));
    assertThat(lines.exitCode()).isEqualTo(3);
    assertThat(lines.err()).contains("lines");
    Piped line = check(large("C: x", 2 * MEBIBYTE));
    assertThat(line.err()).contains("This line is longer than 1 MiB");
  }

  @Test
  void deepAndTwistedLinesAreNamedOrTaken() throws IOException {
    Map<String, String> lines = new TreeMap<>();
    lines.put("C: " + "${".repeat(200_000), "never ends");
    lines.put("C: " + "${a:".repeat(100_000) + "}".repeat(100_000), "more than 4 deep");
    lines.put("C: ${" + "x".repeat(500_000) + "}", "cannot be the name");
    lines.put("S: 250 /" + "(".repeat(400) + "/", "no regular expression");
    lines.put("S: 250 /" + "(a*)*".repeat(100_000) + "/", "longer than 1000");
    lines.put("S: 250 /((a{900}){900}){900}/", "no regular expression");
    lines.put("S: " + "250|".repeat(200_000) + "251", "no reply code");
    lines.put("S: " + "250 | ".repeat(100_000) + "x", "between the codes");
    lines.put("\u202eC: x\n@\u001b]0;x\u0007\nS: \u202e", "mark");
    for (Map.Entry<String, String> line : lines.entrySet()) {
      Path file = home.resolve("twisted.session");
      Files.writeString(file, "@pause\nC: NOOP\n" + line.getKey() + "\n", StandardCharsets.UTF_8);
      Piped run = check(file);
      assertThat(run.err()).contains(line.getValue());
      assertThat(run.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void manyLinesOfTheWorstKindAreReadInTheEnd() throws IOException {
    int many = 40_000;
    Map<String, String> files = new TreeMap<>();
    files.put("C: DATA\n".repeat(many) + "S: 550\n".repeat(20_000), "");
    files.put("C: RETR 1\n".repeat(many) + "S: +OK\nS: x\n".repeat(10_000) + "S: .\n", "");
    files.put("C: LHLO x\n" + "C: RCPT TO:<a@b>\n".repeat(many) + "S: 250\n".repeat(99), "");
    files.put("C: " + "\u0001".repeat(900_000), "");
    files.put("C: " + "\u0001a".repeat(400_000), "characters that cannot be seen");
    files.put("what?\nC: a\n".repeat(20_000), "more than 100 errors");
    for (Map.Entry<String, String> content : files.entrySet()) {
      Path file = home.resolve("many.session");
      Files.writeString(file, "@pause\n" + content.getKey(), StandardCharsets.UTF_8);
      Piped run = check(file);
      assertThat(run.err()).contains(content.getValue());
      assertThat(run.exitCode()).isEqualTo(content.getValue().isEmpty() ? 0 : 3);
    }
  }
}
