package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lessons that come with the program are session files without a fault, tidily written. */
class LessonsTest {
  @Test
  void eachLessonIsReadAndWrittenAsItIs() throws IOException {
    List<Path> lessons;
    try (Stream<Path> files = Files.walk(Path.of("scripts", "sessions"))) {
      lessons = files.filter(f -> f.toString().endsWith(".session")).toList();
    }
    assertThat(lessons).hasSizeGreaterThan(20);
    for (Path lesson : lessons) {
      ScriptReading reading = SessionFiles.read(lesson);
      assertThat(reading.errors()).as("%s", lesson).isEmpty();
      List<String> lines =
          Files.readAllLines(lesson, StandardCharsets.UTF_8).stream()
              .filter(line -> !line.isEmpty())
              .toList();
      assertThat(ScriptWriter.write(reading.script())).as("%s", lesson).isEqualTo(lines);
    }
  }
}
