package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** The form of our own: what it means, what is wrong with it, and writing it again. */
class ScriptReaderTest {
  private static final List<String> LINES =
      List.of(
          "# a note",
          "@connect ${smtp:smtp://localhost:2525}",
          "@set user carol",
          "@timeout 10s",
          "@wait 500ms",
          "@pause",
          "@pipelining on",
          "@send ${file}.eml",
          "@include login.session",
          "@closed",
          "C: EHLO laptop.example",
          "C: ${answer:anna:geheim} ",
          "C: $${user} costs $$5 ${base64:${user}}${hex:1B5B}",
          "C:",
          "C: .",
          "C: RETR 1",
          "S: 250-",
          "S: 250 /^AUTH .*LOGIN/ AUTH LOGIN PLAIN",
          "S: 250|251",
          "S: 4xx|5xx",
          "S: 550 5.1.1",
          "S: 250 = Ok, ${name}",
          "S: 354 go on",
          "S: +OK",
          "S: -ERR no",
          "S: * anything",
          "S: 334 VXNlcm5hbWU6");

  private static ScriptReading read(String text) {
    return ScriptReader.canonical(SourceText.of(text));
  }

  private static List<String> kinds(ScriptReading reading) {
    return reading.errors().stream().map(e -> e.at() + " " + e.kind()).toList();
  }

  @Test
  void whatIsWrittenReadsTheSameInAnyOrderOfLines() {
    Random random = new Random(5);
    for (int file = 0; file < 500; file++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        lines.add(LINES.get(random.nextInt(LINES.size())));
      }
      lines.add("C: QUIT");
      ScriptReading first = read(String.join("\n", lines));
      assertThat(first.errors()).as("%s", lines).isEmpty();
      List<String> written = ScriptWriter.write(first.script());
      ScriptReading second = read(String.join("\n", written));
      assertThat(second.errors()).as("%s", written).isEmpty();
      assertThat(ScriptWriter.write(second.script())).isEqualTo(written);
    }
  }

  @Test
  void aTidyFileIsWrittenAsItWas() {
    List<String> tidy = LINES.subList(0, 23);
    assertThat(ScriptWriter.write(read(String.join("\n", tidy)).script())).isEqualTo(tidy);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "C: HELO ${a, 1:9 OPEN_VARIABLE",
        "C: ${1a}, 1:4 BAD_NAME",
        "C: ${hex:0D}, 1:4 BAD_HEX",
        "S: Hello, 1:4 NO_CODE",
        "S: 250 /(/, 1:9 BAD_REGEX",
        "S: 250 /abc, 1:8 OPEN_REGEX",
        "@wait long, 1:7 BAD_DURATION",
        "@pipelining perhaps, 1:13 BAD_SWITCH",
        "@set 1 2, 1:6 BAD_NAME",
        "@pause now, 1:8 SUPERFLUOUS_ARGUMENT",
        "@send, 1:1 MISSING_ARGUMENT",
        "@shell ls, 1:1 UNKNOWN_DIRECTIVE",
        "just prose, 1:1 NO_STEP",
      })
  void eachErrorIsNamedAtItsPlace(String line, String error) {
    assertThat(kinds(read(line))).containsExactly(error);
  }

  @Test
  void allErrorsAreToldAtOnceInBothLanguages() {
    ScriptReading reading = read("C: QUIT\nwho says this?\nS: hello\n@wait x\n");
    assertThat(kinds(reading)).containsExactly("2:1 UNMARKED", "3:4 NO_CODE", "4:7 BAD_DURATION");
    for (Language language : Language.values()) {
      Texts texts = new Texts(language);
      for (ScriptError.Kind kind : ScriptError.Kind.values()) {
        ScriptError error = ScriptError.of(new Place(1, 1), kind, "a", "b");
        assertThat(error.what(texts)).isNotEqualTo(error.remedy(texts));
      }
    }
  }

  @Test
  void whatCannotBeReadIsRefusedWithoutReadingItWhole() throws IOException {
    SourceText longLine = SourceText.of("x".repeat(SourceText.LONGEST_LINE + 1));
    assertThat(kinds(ScriptReader.any(longLine))).containsExactly("1:1 LINE_TOO_LONG");
    byte[] large = new byte[SourceText.MOST_OCTETS + 10];
    ByteArrayInputStream in = new ByteArrayInputStream(large);
    assertThat(kinds(ScriptReader.any(SourceText.read(in)))).containsExactly("1:1 FILE_TOO_LARGE");
    assertThat(in.available()).isEqualTo(9);
    byte[] latin = {'C', ':', ' ', (byte) 0xE4};
    assertThat(kinds(ScriptReader.canonical(SourceText.read(new ByteArrayInputStream(latin)))))
        .containsExactly("1:1 NOT_UTF8");
    assertThat(read("C: a\n" + "x\n".repeat(5000)).errors()).hasSize(101);
  }

  @Test
  void messageTextIsNoRemarkAndNoMask() {
    Script script =
        read("  C: <wait>\n  C: DATA\n  S: 354\n  C: <b>\n  C: ********\n  C: .\n  C: ********\n")
            .script();
    assertThat(ScriptWriter.write(script))
        .containsExactly(
            "# C: <wait>", "C: DATA", "S: 354", "C: <b>", "C: ********", "C: .", "C: ${answer}");
  }
}
