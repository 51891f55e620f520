package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code smtpterm export}, as a process. */
@EnabledOnOs(OS.LINUX)
class ExportIT {
  /** As the RFCs print a conversation. */
  private static final String RFC =
      """
      D.8.  Somebody writes to two people, one of whom has moved

            S: 220 orchard.example Simple Mail Transfer Service Ready
            C: EHLO shed.example
            S: 250-orchard.example greets shed.example
            S: 250 HELP
            C: MAIL FROM:<Miller@shed.example>
            S: 250 OK
            C: RCPT TO:<Cook@orchard.example>
            S: 550 No such user here
            C: QUIT
            S: 221 orchard.example Service closing transmission channel
      """;

  @TempDir Path home;

  @Test
  void aConversationOfAnRfcBecomesAWorkSheetAsItStands() throws IOException {
    Piped german = Piped.run(home, RFC, "export", "-", "--lang", "de");
    assertThat(german.exitCode()).as(german.err()).isZero();
    assertThat(german.out())
        .contains(
            "# D.8.  Somebody writes to two people",
            "| Client | Server | Erklärung |",
            "| `RCPT TO:<Cook@orchard.example>` | `550 No such user here` | 550 abgelehnt");
    Piped converted = Piped.run(home, RFC, "convert", "-");
    assertThat(Piped.run(home, converted.out(), "export", "-", "--lang", "de").out())
        .isEqualTo(german.out());
  }

  @Test
  void theEndingDecidesTheFormAndAnExistingFileStaysWithoutForce() throws IOException {
    Path in = Files.writeString(home.resolve("in.txt"), RFC);
    assertThat(exported(in, "a.md")).contains("| --- | --- | --- |");
    assertThat(exported(in, "a.HTM")).startsWith("<!DOCTYPE html>");
    assertThat(exported(in, "a.mmd")).startsWith("sequenceDiagram\n");
    assertThat(exported(in, "a.json")).startsWith("[");
    Path mine = Files.writeString(home.resolve("mine.md"), "mine");
    Piped refused = Piped.run(home, "", "export", in.toString(), "-o", mine.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--force");
    assertThat(mine).hasContent("mine");
    String[] forced = {"export", in.toString(), "-o", mine.toString(), "--force", "--to", "json"};
    assertThat(Piped.run(home, "", forced).exitCode()).isZero();
    assertThat(Files.readString(mine)).startsWith("[");
  }

  private String exported(Path in, String name) throws IOException {
    Path out = home.resolve(name);
    Piped run = Piped.run(home, "", "export", in.toString(), "-o", out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    return Files.readString(out);
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() throws IOException {
    Piped wrong =
        Piped.run(home, "@wait now\nC: QUIT\n@wait then\n", "export", "-", "--lang", "en");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).contains("-:1:7: ", "-:3:7: ");
    assertThat(Piped.run(home, "", "export", "no-such-file").exitCode()).isEqualTo(2);
    Piped ending = Piped.run(home, RFC, "export", "-", "-o", "a.pdf", "--lang", "en");
    assertThat(ending.exitCode()).isEqualTo(2);
    assertThat(ending.err()).contains("--to");
  }
}
