package smtpterm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageFileTest {
  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void place() {
    path = folder.resolve("mail.txt");
  }

  private MessageFile file(String text) throws IOException, MessageFile.Unsendable {
    Files.writeString(path, text, StandardCharsets.UTF_8);
    return MessageFile.open(path);
  }

  private static List<String> lines(MessageFile file) throws IOException {
    List<String> lines = new ArrayList<>();
    file.read(lines::add);
    return lines;
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb\n','a,b'",
    "'a\r\nb\r\n','a,b'",
    "'a\rb\r','a,b'",
    "'a\rb','a,b'",
    "'a\nb','a,b'",
    "'a\r\n\r\nb\n\nc\r\rd','a,,b,,c,,d'",
    "'a\r\r\nb','a,,b'",
    "'.\n..\n','.,..'",
    "' a \n\tb\n',' a ,\tb'",
  })
  void linesAreCutAtEveryKindOfLineEnd(String text, String expected) throws Exception {
    MessageFile file = file(text);
    assertThat(String.join(",", lines(file))).isEqualTo(expected);
    assertThat(file.lines()).isEqualTo(lines(file).size());
    assertThat(file.octets()).isEqualTo(text.length());
  }

  @Test
  void anEmptyFileHasNoLines() throws Exception {
    assertThat(lines(file(""))).isEmpty();
    assertThat(lines(file("\n"))).containsExactly("");
  }

  @Test
  void aFileWithNulIsNoTextAndItsLineIsNamed() throws Exception {
    Files.writeString(path, "a\nb\rc\0\nd\0\n", StandardCharsets.UTF_8);
    MessageFile.Unsendable bad =
        catchThrowableOfType(MessageFile.Unsendable.class, () -> MessageFile.open(path));
    assertThat(bad.line()).isEqualTo(3);
  }

  @Test
  void octetsThatAreNoUtf8StayThemselves() throws Exception {
    Files.write(path, new byte[] {(byte) 0xE4, '\n'});
    assertThat(lines(MessageFile.open(path))).containsExactly("\uDCE4");
  }

  @Test
  void aLongLineIsReadWhole() throws Exception {
    String line = "x".repeat(200_000);
    assertThat(lines(file(line + "\nb\n"))).containsExactly(line, "b");
  }

  @Test
  void theReaderMayStopInTheMiddle() throws Exception {
    List<String> taken = new ArrayList<>();
    file("a\rb\nc\n")
        .read(
            line -> {
              taken.add(line);
              return taken.size() < 2;
            });
    assertThat(taken).containsExactly("a", "b");
  }

  @Test
  void aMissingFileCannotBeOpened() {
    assertThatThrownBy(() -> MessageFile.open(folder.resolve("none")))
        .isInstanceOf(IOException.class);
  }
}
