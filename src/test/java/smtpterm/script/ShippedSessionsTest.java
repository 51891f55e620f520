package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons in {@code scripts/sessions}, as texts. */
class ShippedSessionsTest {
  private static final Path FOLDER = Path.of("scripts", "sessions");

  @Test
  void thereAreAsManyInGermanAsInEnglish() throws IOException {
    assertThat(numbers("de")).hasSizeGreaterThanOrEqualTo(25).isEqualTo(numbers("en"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachIsWrittenInItsOwnForm(Path file) throws IOException {
    Script script = read(file);
    assertThat(ScriptWriter.write(script)).isEqualTo(Files.readAllLines(file));
    assertThat(Plan.of(script).errors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachBeginsWithWhatItIsAbout(Path file) throws IOException {
    assertThat(read(file).steps().get(0)).isInstanceOf(Step.Note.class);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theGermanOneTeachesWhatTheEnglishOneTeaches(String number) throws IOException {
    assertThat(talk(file("de", number))).isEqualTo(talk(file("en", number)));
    assertThat(notes(file("de", number))).isEqualTo(notes(file("en", number)));
  }

  /** What is said but for the message text, which is in the reader's language. */
  private static List<String> talk(Path file) throws IOException {
    List<String> talk = new ArrayList<>();
    for (Plan.Act act : Plan.of(read(file)).plan().acts()) {
      if (act instanceof Plan.Act.Line line && line.kind() == Plan.Kind.COMMAND) {
        talk.add(line.step().text().written().replaceFirst("^BDAT [0-9]+", "BDAT n"));
        line.replies().forEach(reply -> talk.add(codes(reply)));
      }
    }
    return talk;
  }

  private static String codes(Awaited reply) {
    return reply.lines().stream()
        .map(Step.ServerLine::expected)
        .map(e -> e instanceof Expectation.Coded coded ? coded.codes().toString() : "")
        .toList()
        .toString();
  }

  private static int notes(Path file) throws IOException {
    return (int) read(file).steps().stream().filter(s -> s instanceof Step.Note).count();
  }

  private static Script read(Path file) throws IOException {
    ScriptReading reading = SessionFiles.read(file);
    assertThat(reading.errors()).isEmpty();
    return reading.script();
  }

  private static Path file(String language, String number) throws IOException {
    try (Stream<Path> all = Files.list(FOLDER.resolve(language))) {
      return all.filter(f -> f.getFileName().toString().startsWith(number + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> numbers(String language) throws IOException {
    try (Stream<Path> all = Files.list(FOLDER.resolve(language))) {
      return all.map(f -> f.getFileName().toString().replaceFirst("-.*", "")).sorted().toList();
    }
  }

  static List<String> numbers() throws IOException {
    return numbers("en");
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(f -> f.toString().endsWith(".session")).sorted().toList();
    }
  }
}
