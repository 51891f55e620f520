package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.cli.Yardstick.Verdict;

/** Transcripts beside their true readings. */
class YardstickTest {
  private static final String TRUTH =
      "[{\"who\": \"client\", \"text\": \"NOOP\"}, {\"who\": \"note\", \"text\": \"so\"},"
          + " {\"who\": \"server\", \"text\": \"250 Ok\"}]";

  @TempDir Path folder;

  private void transcript(String name, String text, String truth) throws IOException {
    Files.writeString(folder.resolve(name + ".txt"), text);
    Files.writeString(folder.resolve(name + ".expected.json"), truth);
  }

  @Test
  void everyTranscriptWrittenForTheseTestsIsReadRight() throws IOException {
    List<Yardstick.Result> results =
        Yardstick.measure(Path.of("src/test/resources/smtpterm/notation/transcripts"));
    assertThat(results).hasSizeGreaterThan(150);
    assertThat(results).filteredOn(r -> r.verdict() != Verdict.RIGHT).isEmpty();
  }

  @Test
  void eachKindOfMistakeIsToldFromTheOthers() throws IOException {
    transcript("a", ">> NOOP\n<< 250 Ok  \n", TRUTH);
    transcript("b", ">> NOOP\nso\n<< 250 Fine\n", TRUTH);
    transcript("c", ">> NOOP\n<< 250 Fine\n", TRUTH);
    transcript("d", "Dear Bob\n", TRUTH);
    transcript("e", "Dear Bob\n", "[]");
    assertThat(Yardstick.measure(folder))
        .containsExactly(
            new Yardstick.Result("a.txt", Verdict.RIGHT, 0, "", ""),
            new Yardstick.Result("b.txt", Verdict.REPORTED, 2, "S: 250 Ok", "S: 250 Fine"),
            new Yardstick.Result("c.txt", Verdict.SILENT, 2, "S: 250 Ok", "S: 250 Fine"),
            new Yardstick.Result("d.txt", Verdict.REFUSED, 1, "C: NOOP", ""),
            new Yardstick.Result("e.txt", Verdict.RIGHT, 0, "", ""));
  }

  @Test
  void aTruthThatIsNoListOfObjectsIsNamed() throws IOException {
    transcript("a", "", "{\"who\": 1}");
    assertThatThrownBy(() -> Yardstick.measure(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a.expected.json: ");
  }
}
