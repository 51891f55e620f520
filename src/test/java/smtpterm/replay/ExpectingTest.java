package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smtpterm.testing.RecordingServer;

/** Which replies are what a file expects. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class ExpectingTest {
  /**
   * One row.
   *
   * @param reply its lines, separated by bars
   * @param expected the lines of the file behind {@code S: }, separated by broken bars
   * @param usual what fails, such as {@code 2 WRONG_CODE}; empty for nothing
   * @param exact what fails with {@code --exact}
   */
  private record Row(String reply, String expected, String usual, String exact) {}

  private static Row same(String reply, String expected, String both) {
    return new Row(reply, expected, both, both);
  }

  static Stream<Row> smtp() {
    return Stream.of(
        same("250 ok", "250", ""),
        same("250", "250", ""),
        same("251 ok", "250", "2 WRONG_CODE [250, 251]"),
        same("251 ok", "250|251", ""),
        same("251 ok", "2xx", ""),
        same("251 ok", "4xx|5xx", "2 WRONG_CODE [4xx|5xx, 251]"),
        same("550 no", "*", ""),
        same("550 no", "", "1 REFUSED [550]"),
        same("450 no", "", "1 REFUSED [450]"),
        same("354 go", "", ""),
        same("250 ok", "", ""),
        same("250-a|250 b", "250", ""),
        new Row("250-a|250 b", "250 b", "", "2 OTHER_LINES [1, 2]"),
        new Row("250-a|250 b", "250-a¦250 c", "", "3 OTHER_TEXT [c, b]"),
        new Row("250-a|250 b", "250-b¦250 a", "", "2 OTHER_TEXT [b, a]"),
        same("250-a|250 b", "250-a¦250 b", ""),
        same("250-a|250 b", "250-¦250", ""),
        new Row("250-a|250 b", "250-¦250-¦250", "", "4 OTHER_LINES [3, 2]"),
        new Row("250 other", "250 text", "", "2 OTHER_TEXT [text, other]"),
        same("250 text", "250 = text", ""),
        same("250 text ", "250 = text", "2 OTHER_TEXT [text, text ]"),
        same("250 Text", "250 = text", "2 OTHER_TEXT [text, Text]"),
        new Row("250-text|250 b", "250 = text", "", "2 OTHER_LINES [1, 2]"),
        same("550 5.1.1 no", "550 5.1.1", ""),
        same("550 5.1.10 no", "550 5.1.1", "2 OTHER_ENHANCED [5.1.1, 5.1.10]"),
        same("550 no", "550 5.1.1", "2 OTHER_ENHANCED [5.1.1, –]"),
        same("250 queued as 12", "250 /as \\d+$/ as 99", ""),
        same("250 queued as x", "250 /as \\d+$/ as 99", "2 NO_MATCH [as \\d+$]"),
        new Row("250-AUTH LOGIN|250 SIZE", "250 /^AUTH .*LOGIN/", "", "2 OTHER_LINES [1, 2]"),
        same("250-A|250 B", "250-/^A$/¦250 /^B$/", ""),
        new Row("250-B|250 A", "250-/^A$/¦250 /^B$/", "", "2 NO_MATCH [^A$]"),
        new Row("250-A|250 B", "250 /A.*B/", "2 NO_MATCH [A.*B]", "2 OTHER_LINES [1, 2]"),
        same("250 250 x", "250 /^250 x/", ""),
        same("250 ok", "250 /^250/", "2 NO_MATCH [^250]"));
  }

  static Stream<Row> pop3() {
    return Stream.of(
        same("+OK 2|1 10|2 20|.", "+OK", ""),
        same("+OK 2|1 10|2 20|.", "+OK 2¦1 10¦2 20¦.", ""),
        new Row("+OK 2|1 10|2 20|.", "+OK 2¦1 10¦.", "", "4 OTHER_LINES [3, 4]"),
        new Row("+OK 2|1 10|2 20|.", "+OK 2¦1 10¦2 21¦.", "", "4 OTHER_TEXT [2 21, 2 20]"),
        new Row("+OK 2|1 10|2 20|.", "+OK 3¦...¦.", "", "2 OTHER_LINES [3, 4]"),
        same("+OK 2|1 10|2 20|.", "+OK¦...¦.", ""),
        new Row("+OK 2|1 10|2 20|.", "+OK¦/^2 /¦.", "", "3 OTHER_LINES [3, 4]"),
        same("+OK 2|1 10|2 20|.", "+OK¦...¦/^2 /¦.", ""),
        new Row(
            "+OK 2|1 10|2 20|.", "+OK¦...¦/^3 /¦...¦.", "4 NO_MATCH [^3 ]", "4 OTHER_LINES [5, 4]"),
        same("+OK 2|..dots|.", "+OK¦..dots¦.", ""),
        same("+OK|.", "+OK¦.", ""),
        same("-ERR no", "+OK¦...¦.", "2 WRONG_CODE [+OK, -ERR]"),
        same("-ERR no", "-ERR", ""),
        same("-ERR no", "", "1 REFUSED [-ERR]"));
  }

  private static List<String> played(Row row, boolean exact, boolean pop3) throws IOException {
    String reply = row.reply().replace("|", "\r\n") + "\r\n";
    String greeting = pop3 ? "+OK hi\r\n" : "220 hi\r\n";
    try (RecordingServer server = RecordingServer.answering(greeting, line -> reply)) {
      List<String> lines = new ArrayList<>();
      lines.add(pop3 ? "C: LIST" : "C: NOOP");
      if (!row.expected().isEmpty()) {
        Stream.of(row.expected().split("¦")).forEach(line -> lines.add("S: " + line));
      }
      String target = (pop3 ? "pop3://" : "smtp://") + "127.0.0.1:" + server.port();
      return Run.failures(
          new Run().at(target).in(m -> m.exactly(exact)).play(lines.toArray(String[]::new)));
    }
  }

  @ParameterizedTest
  @MethodSource
  void smtp(Row row) throws IOException {
    assertThat(String.join(";", played(row, false, false))).isEqualTo(row.usual());
    assertThat(String.join(";", played(row, true, false))).isEqualTo(row.exact());
  }

  @ParameterizedTest
  @MethodSource
  void pop3(Row row) throws IOException {
    assertThat(String.join(";", played(row, false, true))).isEqualTo(row.usual());
    assertThat(String.join(";", played(row, true, true))).isEqualTo(row.exact());
  }

  @Test
  void aCatastrophicExpressionIsGivenUp() throws IOException {
    String line = "250 " + "a".repeat(5000) + "\r\n";
    try (RecordingServer server = RecordingServer.answering("220 hi\r\n", l -> line)) {
      Outcome outcome = new Run().at(server).play("C: NOOP", "S: 250 /(a+)+b/");
      assertThat(Run.failures(outcome)).containsExactly("2 REGEX_TOO_SLOW [(a+)+b]");
    }
  }

  @Test
  void theFailureShowsWhatIsWrittenAndTheWholeReplyThatCame() throws IOException {
    try (RecordingServer server =
        RecordingServer.answering("220 hi\r\n", line -> "550-5.1.1 no\r\n550 never\r\n")) {
      Outcome outcome = new Run().at(server).play("C: NOOP", "S: 250|251 fine");
      Failure failure = outcome.failures().get(0);
      assertThat(failure.at().toString()).isEqualTo("test.session:2:1");
      assertThat(failure.expected()).isEqualTo("250|251 fine");
      assertThat(failure.came().orElseThrow().reply().lines())
          .containsExactly("550-5.1.1 no", "550 never");
      assertThat(failure.came().orElseThrow().asked().orElseThrow().line()).isEqualTo("NOOP");
    }
  }

  @Test
  void aTextToCompareWithIsFilledIn() throws IOException {
    try (RecordingServer server = RecordingServer.answering("220 hi\r\n", l -> "250 anna\r\n")) {
      Outcome outcome = new Run().at(server).play("@set user anna", "C: NOOP", "S: 250 = ${user}");
      assertThat(Run.failures(outcome)).isEmpty();
    }
  }
}
