package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code smtpterm convert}, as a process. */
@EnabledOnOs(OS.LINUX)
class ConvertIT {
  private static final String TALK = ">>> EHLO pc\n<<< 250 hi\n>>> QUIT\n<<< 221 Bye\n";
  private static final String CONVERTED = "C: EHLO pc\nS: 250 hi\nC: QUIT\nS: 221 Bye\n";

  @TempDir Path home;

  @Test
  void aTranscriptBecomesASessionFileThatReadsTheSame() throws IOException {
    Piped once = Piped.run(home, TALK, "convert", "-");
    assertThat(once).isEqualTo(new Piped(0, CONVERTED, ""));
    assertThat(Piped.run(home, once.out(), "convert", "-")).isEqualTo(once);
  }

  @Test
  void filesThatAreIncludedAndSentAreOnlyNamed() throws IOException {
    String own =
        """
        @include no such file.session
        C: DATA
        S: 354
        @send ../letter.eml
        S: 250
        C: .
        S: 250
        """;
    assertThat(Piped.run(home, own, "convert", "-")).isEqualTo(new Piped(0, own, ""));
    String file = Files.writeString(home.resolve("own.session"), own).toString();
    assertThat(Piped.run(home, "", "convert", file)).isEqualTo(new Piped(0, own, ""));
    Piped wrong = Piped.run(home, "C: NOOP\n@send letter.eml\nS: 250\n", "convert", "-");
    assertThat(wrong.exitCode()).isEqualTo(3);
  }

  @Test
  void anExistingFileIsReplacedOnlyByForce() throws IOException {
    String in = Files.writeString(home.resolve("in.txt"), TALK).toString();
    Path out = Files.writeString(home.resolve("out.session"), "mine");
    Piped refused = Piped.run(home, "", "convert", in, "-o", out.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--force");
    assertThat(out).hasContent("mine");
    assertThat(Piped.run(home, "", "convert", in, "--force", "-o", out.toString()).exitCode())
        .isZero();
    assertThat(out).hasContent(CONVERTED);
  }

  @Test
  void doubtsAndErrorsAreNamedWithTheirPlace() throws IOException {
    Piped doubtful = Piped.run(home, TALK + "NOOP\n", "convert", "-", "--lang", "de");
    assertThat(doubtful.exitCode()).isZero();
    assertThat(doubtful.err()).contains("-:5:1: ", "  NOOP\n  ^\n");
    Piped wrong = Piped.run(home, "@wait now\nC: QUIT\n", "convert", "-", "--lang", "en");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).contains("-:1:7: ", "  @wait now\n        ^\n", "500ms");
    assertThat(Piped.run(home, "Dear Bob\n", "convert", "-").exitCode()).isEqualTo(3);
    assertThat(Piped.run(home, "", "convert", "no-such-file").exitCode()).isEqualTo(2);
  }

  @Test
  void aFolderOfTranscriptsIsScored() throws IOException {
    String truth = "[{\"who\": \"client\", \"text\": \"QUIT\"}]";
    Files.writeString(home.resolve("a.txt"), ">> QUIT\n<< 221 Bye\n");
    Files.writeString(
        home.resolve("a.expected.json"),
        truth.replace("]", ", {\"who\": \"server\", \"text\": \"221 Bye\"}]"));
    Piped fine = Piped.run(home, "", "convert", "--score", home.toString(), "--lang", "en");
    assertThat(fine.exitCode()).isZero();
    assertThat(fine.out()).contains("a.txt: right\n", "1 transcripts: 1 right");
    Files.writeString(home.resolve("a.expected.json"), truth);
    Piped silent = Piped.run(home, "", "convert", "--score", home.toString(), "--lang", "de");
    assertThat(silent.exitCode()).isEqualTo(1);
    assertThat(silent.out()).contains("a.txt: falsch", "1 falsch ohne Meldung");
    assertThat(Piped.run(home, "", "convert").exitCode()).isEqualTo(2);
    assertThat(Piped.run(home, "", "convert", "--score", "no-such-folder").exitCode()).isEqualTo(2);
  }
}
