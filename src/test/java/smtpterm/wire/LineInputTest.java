package smtpterm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.wire.Line.Ending;

final class LineInputTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Line> all(LineInput input) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Line line = input.read(); line != null; line = input.read()) {
      lines.add(line);
    }
    return lines;
  }

  private static List<Line> lines(String text) throws IOException {
    return all(new LineInput(new ByteArrayInputStream(utf8(text))));
  }

  private static Line crlf(String text) {
    return new Line(text, Ending.CRLF, 0);
  }

  /** Each part comes from a read of its own. */
  private static InputStream parts(byte[]... parts) {
    List<InputStream> streams = new ArrayList<>();
    for (byte[] part : parts) {
      streams.add(new ByteArrayInputStream(part));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  @Test
  void linesAreTheSameWhereverTheStreamIsSplit() throws IOException {
    byte[] text = utf8("250-ä\r\n\r\n250 b\n\r x\ry\r\r\nend");
    List<Line> expected =
        List.of(
            crlf("250-ä"),
            crlf(""),
            new Line("250 b", Ending.LF, 0),
            crlf("\r x\ry\r"),
            new Line("end", Ending.NONE, 0));
    for (int first = 0; first <= text.length; first++) {
      for (int second = first; second <= text.length; second++) {
        byte[] a = Arrays.copyOfRange(text, 0, first);
        byte[] b = Arrays.copyOfRange(text, first, second);
        byte[] c = Arrays.copyOfRange(text, second, text.length);
        assertThat(all(new LineInput(parts(a, b, c)))).isEqualTo(expected);
      }
    }
  }

  @Test
  void bareLfIsToleratedAndReported() throws IOException {
    assertThat(lines("a\nb\r\n\n"))
        .containsExactly(new Line("a", Ending.LF, 0), crlf("b"), new Line("", Ending.LF, 0));
  }

  @Test
  void bareCrIsPartOfTheLine() throws IOException {
    assertThat(lines("a\rb\r\n")).containsExactly(crlf("a\rb"));
    assertThat(lines("a\r")).containsExactly(new Line("a\r", Ending.NONE, 0));
  }

  @Test
  void aLineCutByTheEndIsKeptAndNamed() throws IOException {
    assertThat(lines("220 m")).containsExactly(new Line("220 m", Ending.NONE, 0));
    assertThat(lines("220 m\r\n")).containsExactly(crlf("220 m"));
    assertThat(lines("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8_191, 8_192, 8_193, 20_000})
  void exactlyTheLimitIsKeptOfALine(int limit) throws IOException {
    String full = "x".repeat(limit);
    for (String ending : List.of("\r\n", "\n", "")) {
      Ending expected =
          ending.isEmpty() ? Ending.NONE : ending.equals("\n") ? Ending.LF : Ending.CRLF;
      for (int more : new int[] {0, 1, 2, 10_000}) {
        String text = full + "y".repeat(more) + ending;
        LineInput input = new LineInput(new ByteArrayInputStream(utf8(text)), limit);
        assertThat(input.read()).isEqualTo(new Line(full, expected, more));
        assertThat(input.read()).isNull();
      }
    }
  }

  @Test
  void aLineAtTheLimitMayBeEmptyOrEndInCr() throws IOException {
    LineInput input = new LineInput(new ByteArrayInputStream(utf8("\r\n\n\r\r\n")), 1);
    assertThat(all(input)).containsExactly(crlf(""), new Line("", Ending.LF, 0), crlf("\r"));
  }

  @Test
  void behindALongLineTheNextOneIsWhole() throws IOException {
    String long1 = "x".repeat(100_000);
    LineInput input = new LineInput(new ByteArrayInputStream(utf8(long1 + "\r\n250 ok\r\n")), 10);
    assertThat(input.read()).isEqualTo(new Line("x".repeat(10), Ending.CRLF, 99_990));
    assertThat(input.read()).isEqualTo(crlf("250 ok"));
  }

  @Test
  void byDefaultNoMoreIsKeptThanAReplyMayHave() throws IOException {
    String text = "x".repeat(LineInput.DEFAULT_LIMIT + 3) + "\r\n";
    assertThat(lines(text))
        .containsExactly(new Line("x".repeat(LineInput.DEFAULT_LIMIT), Ending.CRLF, 3));
  }

  @Test
  void octetsThatAreNoUtf8AreKept() throws IOException {
    byte[] octets = {'2', '2', '0', ' ', (byte) 0xE4, 0, '\r', '\n'};
    Line line = new LineInput(new ByteArrayInputStream(octets)).read();
    assertThat(line.text()).isEqualTo("220 \uDCE4\0");
    assertThat(LosslessUtf8.encode(line.text())).hasSize(6);
  }

  @Test
  void whatCameEarlyCanBeCounted() throws IOException {
    LineInput input = new LineInput(new ByteArrayInputStream(utf8("220 go\r\nEHLO")));
    assertThat(input.buffered()).isZero();
    input.read();
    assertThat(input.buffered()).isEqualTo(4);
  }

  @Test
  void octetsCanBeReadBetweenLines() throws IOException {
    LineInput input = new LineInput(parts(utf8("BDAT 6\r\na\r\nb\r\nBDAT 0 LAST\r\n")));
    byte[] octets = new byte[8];
    assertThat(input.read().text()).isEqualTo("BDAT 6");
    StringBuilder chunk = new StringBuilder();
    while (chunk.length() < 6) {
      int length = input.read(octets, 6 - chunk.length());
      chunk.append(new String(octets, 0, length, StandardCharsets.US_ASCII));
    }
    assertThat(chunk).hasToString("a\r\nb\r\n");
    assertThat(input.read().text()).isEqualTo("BDAT 0 LAST");
    assertThat(input.read(octets, 3)).isEqualTo(-1);
  }

  @Test
  void aBrokenConnectionIsNotTakenForTheEnd() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return read();
          }
        };
    LineInput input = new LineInput(new SequenceInputStream(parts(utf8("220 hi")), broken));
    assertThatThrownBy(input::read).isInstanceOf(IOException.class).hasMessage("broken");
  }

  @Test
  void aLimitIsAtLeastOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LineInput(InputStream.nullInputStream(), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Line("", Ending.LF, -1));
  }
}
