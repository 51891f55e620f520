package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What is wrong with a session file, and where. */
class ScriptErrorsTest {
  private static List<String> errors(String lines) {
    return SessionFiles.read(SourceText.of(lines.replace("; ", "\n")), "").errors().stream()
        .map(e -> e.at() + " " + e.kind())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '"',
      value = {
        "C: a; hello => 2:1 UNMARKED",
        "C: a;  C: b => 2:1 UNMARKED",
        "@shell ls => 1:1 UNKNOWN_DIRECTIVE",
        "C: a; @conect x => 2:1 MISSPELT_DIRECTIVE",
        "@Wait 1s => 1:1 MISSPELT_DIRECTIVE",
        "@send => 1:1 MISSING_ARGUMENT",
        "@pause now => 1:8 SUPERFLUOUS_ARGUMENT",
        "@wait long => 1:7 BAD_DURATION",
        "@wait 1 => 1:7 BAD_DURATION",
        "@timeout 0s => 1:10 DURATION_OUT_OF_RANGE",
        "@wait 61m => 1:7 DURATION_OUT_OF_RANGE",
        "@wait 999999999m => 1:7 DURATION_OUT_OF_RANGE",
        "@connect  http://x => 1:11 BAD_TARGET",
        "@connect ${smtp:a:b:c:99999} ${x} => ",
        "@connect ${smtp:smtp://} => 1:10 BAD_TARGET",
        "@pipelining perhaps => 1:13 BAD_SWITCH",
        "@set 1 2 => 1:6 BAD_NAME",
        "@set answer 2 => 1:6 RESERVED_NAME",
        "C: ${Secret:x} => 1:4 RESERVED_NAME",
        "S: 220 /(?<hex>x)/ => 1:9 RESERVED_NAME",
        "C: ${1a} => 1:4 BAD_NAME",
        "C: a ${secret:} => 1:6 BAD_NAME",
        "C: HELO ${a => 1:9 OPEN_VARIABLE",
        "C: ${a:${b} => 1:4 OPEN_VARIABLE",
        "C: ${a:${b:${c:${d:${e:${f}}}}}} => 1:24 DEEP_VARIABLE",
        "C: a ${hex:0D} => 1:6 BAD_HEX",
        "C: ${hex:1} => 1:4 BAD_HEX",
        "C: ${a:b${hex:}} => 1:9 BAD_HEX",
        "S: Hello => 1:4 NO_CODE",
        "S:   199 => 1:6 NO_CODE",
        "S: +OK-x => 1:4 NO_CODE",
        "S: 250 | 251 => 1:7 SPACED_CODES",
        "S: 250| 251 => 1:8 SPACED_CODES",
        "S: 250 /abc => 1:8 OPEN_REGEX",
        "S: 250 /abc\\/ => 1:8 OPEN_REGEX",
        "S: 250 /a(b/ => 1:11 BAD_REGEX",
        "S: 250 /a[/]b/ => 1:10 BAD_REGEX",
        "S: 250 /a\u0007b/ => 1:10 UNPRINTABLE_REGEX",
        "C: a; S: 250-x; C: b => 2:1 OPEN_REPLY",
        "C: LIST; S: +OK; S: 1 120 => 3:4 OPEN_BODY",
        "C: LIST; S: +OK; S: ... => 3:4 OPEN_BODY",
        "C: a; S: ... => 2:4 STRAY_LINES",
        "C: NOOP; S: 250; S: 250 => 3:1 TOO_MANY_REPLIES",
        "C: DATA; S: 354; C: x; S: 250 => 4:1 TEXT_OPEN",
        "C: BDAT 9 LAST; C: x; S: 250 => 2:1 SHORT_CHUNK",
        "@include x => 1:1 INCLUDE_WITHOUT_FOLDER",
        "C: DATA; S: 354; @send x => 3:1 SEND_WITHOUT_FOLDER",
        "just prose => 1:1 NO_STEP",
        "# only a note => 1:1 NO_STEP",
        "\"\" => 1:1 NO_STEP",
      })
  void eachErrorIsNamedAtItsPlace(String lines, String error) {
    assertThat(errors(lines)).isEqualTo(error == null ? List.of() : List.of(error));
  }

  @Test
  void aFileThatIsSentWithoutDataIsNamedBesides() {
    assertThat(errors("C: NOOP; @send x"))
        .containsExactlyInAnyOrder("2:1 SEND_WITHOUT_FOLDER", "2:1 SEND_WITHOUT_DATA");
  }

  @Test
  void allErrorsAreToldAtOnceInTheirOrderAndNoneBecauseOfAnother() {
    assertThat(
            errors(
                "C: RETR 1; what?; S: nonsense; @wait x; C: NOOP; S: 250; S: 250; C: ${; S: 250 /(/"))
        .containsExactly(
            "2:1 UNMARKED",
            "3:4 NO_CODE",
            "4:7 BAD_DURATION",
            "7:1 TOO_MANY_REPLIES",
            "8:4 OPEN_VARIABLE",
            "9:9 BAD_REGEX");
  }

  @Test
  void aLongListOfErrorsIsCutShort() {
    List<ScriptError> errors =
        SessionFiles.read(SourceText.of("C: a\n" + "x\n".repeat(5000)), "").errors();
    assertThat(errors).hasSize(101);
    assertThat(errors.get(100).kind()).isEqualTo(ScriptError.Kind.TOO_MANY);
  }

  @Test
  void longTextInAnErrorIsCut() {
    ScriptError error =
        SessionFiles.read(SourceText.of("S: " + "x".repeat(100_000)), "").errors().get(0);
    assertThat(error.arguments().get(0)).hasSize(400).endsWith("…");
  }

  @Test
  void whatCannotBeReadIsRefusedWithoutReadingItWhole() throws IOException {
    SourceText longLine = SourceText.of("x".repeat(SourceText.LONGEST_LINE + 1));
    assertThat(kinds(longLine)).containsExactly("1:1 LINE_TOO_LONG");
    SourceText manyLines = SourceText.of("C:\n".repeat(SourceText.mostLines() + 1));
    assertThat(kinds(manyLines)).containsExactly(SourceText.mostLines() + ":1 TOO_MANY_LINES");
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[SourceText.mostOctets() + 10]);
    assertThat(kinds(SourceText.read(in))).containsExactly("1:1 FILE_TOO_LARGE");
    assertThat(in.available()).isEqualTo(9);
    byte[] latin = {'C', ':', ' ', (byte) 0xE4};
    assertThat(kinds(SourceText.read(new ByteArrayInputStream(latin))))
        .containsExactly("1:1 NOT_UTF8");
    byte[] surrogate = {'C', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
    assertThat(kinds(SourceText.read(new ByteArrayInputStream(surrogate))))
        .containsExactly("1:1 NOT_UTF8");
    assertThat(errors("S: 250 /" + "a".repeat(1001) + "/")).containsExactly("1:8 LONG_REGEX");
  }

  private static List<String> kinds(SourceText text) {
    return ScriptReader.canonical(text).errors().stream()
        .map(e -> e.at() + " " + e.kind())
        .toList();
  }

  @Test
  void eachErrorHasItsSentencesInBothLanguages() {
    Set<ScriptError.Kind> all = EnumSet.allOf(ScriptError.Kind.class);
    for (Language language : Language.values()) {
      Texts texts = new Texts(language);
      for (ScriptError.Kind kind : all) {
        ScriptError error = ScriptError.of(new Place(1, 1), kind, "first-argument", "b");
        assertThat(error.what(texts)).isNotEqualTo(error.remedy(texts)).isNotBlank();
      }
    }
  }
}
