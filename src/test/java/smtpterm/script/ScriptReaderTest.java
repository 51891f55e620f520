package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of our own: what its lines mean, shown by how they are written again. */
class ScriptReaderTest {
  private static final List<String> TIDY =
      List.of(
          "# a note",
          "@connect ${smtp:smtp://localhost:2525}",
          "@set user carol",
          "@timeout 10s",
          "@wait 500ms",
          "@pause",
          "@pipelining on",
          "S: 220",
          "C: EHLO laptop.example",
          "S: 250-",
          "S: 250 /^AUTH .*LOGIN/ AUTH LOGIN PLAIN",
          "C: AUTH LOGIN",
          "S: 334 VXNlcm5hbWU6",
          "C: ${answer:anna:geheim} ",
          "S: 2xx",
          "C: $${user} costs $$5 ${base64:${user}}${hex:1B5B}",
          "S: 250|251",
          "C:",
          "S: 550 5.1.1",
          "C: NOOP",
          "S: 250 = Ok, ${name} ",
          "C: DATA",
          "S: 354 go on",
          "@send ${file}.eml",
          "S: * anything",
          "@include login.session",
          "@connect pop3://[::1]",
          "S: +OK <1.2@mx>",
          "C: APOP ${user:${name}} ${secret:password:x}",
          "S: -ERR no",
          "C: LIST",
          "S: +OK",
          "S: /^1 / 1 120",
          "S: ...",
          "S: .",
          "@closed");

  private static ScriptReading read(String text) {
    return ScriptReader.canonical(SourceText.of(text));
  }

  private static List<String> written(String lines) {
    ScriptReading reading = read(lines.replace("; ", "\n"));
    assertThat(reading.errors()).isEmpty();
    return ScriptWriter.write(reading.script());
  }

  @Test
  void aTidyFileIsWrittenAsItWas() {
    assertThat(written(String.join("\n", TIDY))).isEqualTo(TIDY);
  }

  @Test
  void aByteOrderMarkAndLineEndsOfWindowsAreNoPartOfIt() {
    assertThat(written("\uFEFFC: a \r\nC:\r\n\r\nC:  b")).containsExactly("C: a ", "C:", "C:  b");
    assertThat(read("C: a\r\n").script().steps().get(0).at()).hasToString("1:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "C:QUIT;    explained;  ; S:221 => C: QUIT|S: 221",
        "Example;    more; C: QUIT => # Example|C: QUIT",
        "C & S: <say hello>; C: QUIT => # C & S: <say hello>|C: QUIT",
        "C: <waits>; S: <thinks>; C: QUIT => # C: <waits>|# S: <thinks>|C: QUIT",
        "C: AUTH LOGIN; S: 334; C: ******** => C: AUTH LOGIN|S: 334|C: ${answer}",
        "C: PASS ******** => C: PASS ${secret:password}",
        "C: AUTH PLAIN ******** => C: AUTH PLAIN ${answer}",
        "C: APOP anna ******** => C: APOP anna ${answer}",
        "C: DATA; S: 354; C: <b>; C: ********; C: .; C: ******** =>"
            + " C: DATA|S: 354|C: <b>|C: ********|C: .|C: ${answer}",
        "C: DATA; S: 503; C: <b>; C: QUIT => C: DATA|S: 503|# C: <b>|C: QUIT",
        "C: BDAT 5 LAST; C: <b>; S: 250; C: <b> => C: BDAT 5 LAST|C: <b>|S: 250|# C: <b>",
        "#no blank; #; C: a => # no blank|#|C: a",
        "@timeout 2m; @wait\t1500ms; @set\ta  b => @timeout 120s|@wait 1500ms|@set a b",
        "C: a${hex:1b}; S: 250 = => C: a${hex:1b}|S: 250 =",
        "S:  250 Ok => S: 250 Ok",
      })
  void aLineMeansThis(String lines, String meaning) {
    assertThat(String.join("|", written(lines))).isEqualTo(meaning);
  }

  @Test
  void theIndentationOfTheRfcsIsTakenOff() {
    assertThat(written("   C: QUIT;      explained;    S: 221;      Explained")).hasSize(2);
    assertThat(written("  a; \tC: QUIT; \tS: 221")).containsExactly("#  a", "C: QUIT", "S: 221");
  }

  @Test
  void bulletsAreMasksToo() {
    assertThat(written("C: PASS ••••••••; C: ••••••••; C: •••••••"))
        .containsExactly("C: PASS ${secret:password}", "C: ${answer}", "C: •••••••");
  }

  @Test
  void whatCannotBeSeenIsSpelledOut() {
    assertThat(written("C: a\u0000b\u202ec\td\u200de"))
        .containsExactly("C: a${hex:00}b${hex:E280AE}c\td\u200de");
    assertThat(written("# a\u001b[31mb\u202e; C: a")).containsExactly("# a[31mb", "C: a");
  }

  @Test
  void theLinesOfLongAnswersBelongToThemAlsoWhereCommandsWereSaidInARow() {
    String both = "S: +OK; S: one; S: +OK; S: .; S: +OK 2; S: .";
    assertThat(kinds("C: RETR 1; C: STAT; C: RETR 2; S: +OK a; S: x; S: .; S: +OK; S: +OK; S: ."))
        .isEqualTo("CBB|CCB".replace("|", ""));
    assertThat(kinds("C: LIST; " + both.replace("S: +OK 2; S: .", "C: QUIT; S: +OK")))
        .isEqualTo("CBBBC");
    assertThat(kinds("C: LIST 1; C: QUIT; S: +OK; S: +OK")).isEqualTo("CC");
    assertThat(kinds("C: RETR 1; C: QUIT; S: +OK; S: +OK")).isEqualTo("CC");
    assertThat(kinds("C: USER a; C: UIDL; S: -ERR; S: +OK 1; S: 250 x; S: /x/; S: . "))
        .isEqualTo("CCBBB");
  }

  /** C for a line with a code, B for one of a body. */
  private static String kinds(String lines) {
    StringBuilder kinds = new StringBuilder();
    for (Step step : read(lines.replace("; ", "\n")).script().steps()) {
      if (step instanceof Step.ServerLine line) {
        kinds.append(line.expected() instanceof Expectation.Coded ? "C" : "B");
      }
    }
    return kinds.toString();
  }
}
