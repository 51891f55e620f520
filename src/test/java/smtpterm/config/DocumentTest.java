package smtpterm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class DocumentTest {
  private static Reading read(String text) {
    return Document.parse(text).read(Schemas.small());
  }

  /** {@code "1:1 UNKNOWN_NEAR [colour, color]"}. */
  private static List<String> problems(String text) {
    return read(text).problems().stream()
        .map(p -> p.line() + ":" + p.column() + " " + p.kind() + " " + p.arguments())
        .toList();
  }

  @Test
  void whatIsSetIsReadWithItsLine() {
    Reading reading =
        read(
            """
            # mine
            lang = "de"
            hints = false
            timeout = 30
            pin = ["a", "b"]

            [practice]
            smtp = 2525
            strict = true

            [server.schule]
            host = "mail.schule.example"
            port = 587
            user = "anna"
            timeout = "5s"

            [server."mail.example"]
            url = "pop3s://mail.example"
            """);
    assertThat(reading.problems()).isEmpty();
    Configuration configuration = reading.configuration();
    assertThat(configuration.top())
        .isEqualTo(
            Map.of(
                "lang", new Value(List.of("de"), 2),
                "hints", new Value(List.of("off"), 3),
                "timeout", new Value(List.of("30"), 4),
                "pin", new Value(List.of("a", "b"), 5)));
    assertThat(configuration.table("practice"))
        .isEqualTo(
            Map.of("smtp", new Value(List.of("2525"), 8), "strict", new Value(List.of("true"), 9)));
    assertThat(configuration.table("play")).isEmpty();
    assertThat(configuration.profiles().keySet()).containsExactly("schule", "mail.example");
    Profile school = configuration.profile("schule").orElseThrow();
    assertThat(school.line()).isEqualTo(11);
    assertThat(school.target()).isEqualTo("mail.schule.example:587");
    assertThat(school.user()).isEqualTo("anna");
    assertThat(school.text("timeout")).contains("5s");
    assertThat(configuration.profile("mail.example").orElseThrow().target())
        .isEqualTo("pop3s://mail.example");
  }

  @ParameterizedTest
  @CsvSource({
    "'host = \"h\"',h",
    "'host = \"::1\"',[::1]",
    "'host = \"::1\" & port = 25',[::1]:25",
    "'host = \"h\" & port = 995 & protocol = \"pop3s\"',pop3s://h:995",
    "'host = \"h\" & protocol = \"lmtp\"',lmtp://h",
    "'url = \"raw://h:7\"',raw://h:7",
  })
  void aServerIsWhereItsLinesSay(String lines, String target) {
    Reading reading = read("[server.a]\n" + lines.replace(" & ", "\n"));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.configuration().profile("a").orElseThrow().target()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lang = de|1:8 UNQUOTED [lang, de]",
        "ca = /etc/ca.pem # mine|1:6 UNQUOTED [ca, /etc/ca.pem]",
        "lang =|1:7 NO_VALUE [lang, ]",
        "lang|1:5 NO_VALUE [lang]",
        "ca = \"C:\\Users\\anna\\ca.pem\"|1:9 BACKSLASH [ca, C:\\Users\\anna\\ca.pem]",
        "lang = “de”|1:8 CURLY_QUOTES [lang, de]",
        "lang = „de“|1:8 CURLY_QUOTES [lang, de]",
        "lang = \"de|1:11 UNCLOSED [lang, de]",
        "[practice|1:10 HEAD [[practice]",
        "lang = \"de\"\\nlang = \"en\"|2:1 TWICE [lang, 1]",
        "[practice]\\n[practice]|2:1 TWICE [practice, 1]",
        "= 3|1:1 NO_VALUE [= 3]",
        "timeout = 1e999|1:11 UNQUOTED [timeout, 1e999]",
      })
  void whatIsNoTomlIsNamedWithItsLine(String text, String problem) {
    assertThat(problems(text.replace("\\n", "\n"))).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lnag = \"de\"|1:1 UNKNOWN_NEAR [lnag, lang]",
        "colour = \"de\"|1:1 UNKNOWN [colour]",
        "smtp = 25|1:1 ELSEWHERE [smtp, [practice]]",
        "host = \"h\"|1:1 ELSEWHERE [host, [server.NAME]]",
        "[pratcice]|1:1 UNKNOWN_TABLE_NEAR [pratcice, practice]",
        "[whatever]|1:1 UNKNOWN_TABLE [whatever, practice, play, server]",
        "practice = true|1:1 NO_TABLE [practice]",
        "[[server]]|1:1 NO_TABLE [server]",
        "lang = \"fr\"|1:1 WRONG_CHOICE [lang, fr, de, en]",
        "timeout = \"soon\"|1:1 WRONG_VALUE [timeout, soon, timeout = \"30s\"]",
        "timeout = true|1:1 WRONG_TYPE [timeout, timeout = \"30s\"]",
        "timeout = 1979-05-27|1:1 WRONG_TYPE [timeout, timeout = \"30s\"]",
        "hints = \"maybe\"|1:1 WRONG_CHOICE [hints, maybe, on, off]",
        "pin = [[\"a\"]]|1:1 WRONG_TYPE [pin, pin = [\"SHA256\"]]",
        "[practice]\\nstrict = \"yes\"|2:1 WRONG_TYPE [strict, strict = true]",
        "password = \"x\"|1:1 SECRET [password]",
        "[server.a]\\nhost = \"h\"\\nPasswort = \"x\"|3:1 SECRET [Passwort]",
        "[play]\\nvar = [\"user=anna\", \"imap-password=x\"]|2:1 SECRET [imap-password]",
      })
  void aKeyOrValueThatDoesNotFitIsNamedWithItsLine(String text, String problem) {
    assertThat(problems(text.replace("\\n", "\n"))).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[server.a]|1:1 SERVER_NO_PLACE [a]",
        "[server.a]\\nurl = \"smtp://h\"\\nport = 1|1:1 SERVER_TWO_PLACES [a, port]",
        "[server.a]\\nhost = \"h\"\\nprotocol = \"raw\"|1:1 SERVER_NO_PORT [a]",
        "[server.a]\\nhost = \"h:25\"|2:1 WRONG_VALUE [host, h:25, host = \"smtp.example\"]",
        "[server.a]\\nhost = \"h\"\\nport = 65536|3:1 WRONG_VALUE [port, 65536, port = 25]",
        "[server.a]\\nurl = \"h\"|2:1 WRONG_VALUE [url, h, url = \"pop3s://mail.example:995\"]",
        "[server.a]\\nhost = \"h\"\\nusr = \"anna\"|3:1 UNKNOWN_NEAR [usr, user]",
        "[server.explain]\\nhost = \"h\"|1:1 SERVER_COMMAND [explain]",
        "[server.\"a b\"]\\nhost = \"h\"|1:1 SERVER_NAME [a b]",
        "[server.\"-a\"]\\nhost = \"h\"|1:1 SERVER_NAME [-a]",
        "[server.mail.example]\\nhost = \"h\"|1:1 SERVER_DOT [mail.example]",
        "[server]\\na = \"h\"|2:1 NO_TABLE [a]",
      })
  void aServerThatNobodyCouldReachIsNamedWithItsLine(String text, String problem) {
    assertThat(problems(text.replace("\\n", "\n"))).containsExactly(problem);
  }

  @Test
  void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
    assertThat(problems("timeout = \"x\"\nlnag = 1\n[practice]\nstrict = 1\nlang = \"de\"\n"))
        .hasSize(4)
        .isSorted();
    assertThat(problems("lang = de\nhints = off\n[practice\nsmtp = 1\n")).hasSize(3);
  }

  @Test
  void whatFitsIsKeptBesideWhatDoesNot() {
    Reading reading = read("lang = \"de\"\ntimeout = \"x\"\n");
    assertThat(reading.configuration().top()).containsOnlyKeys("lang");
    assertThat(reading.sound()).isFalse();
  }

  @Test
  void theLanguageIsKnownEvenWhereTheRestIsWrong() {
    assertThat(Document.parse("lang = \"de\"\ncolor = always\n").text("lang")).contains("de");
    assertThat(Document.parse("lang = 3\n").text("lang")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{ a = ", "a.", "\"", "\u0000", "\r", "=\n"})
  void nonsenseOfAnyLengthIsAProblemAndNothingElse(String piece) {
    Reading reading = read("x = " + piece.repeat(30_000 / piece.length()));
    assertThat(reading.problems()).isNotEmpty();
    assertThat(reading.configuration()).isEqualTo(Configuration.NONE);
  }

  @ParameterizedTest
  @EnumSource(Problem.Kind.class)
  void eachProblemHasItsSentencesInBothLanguages(Problem.Kind kind) {
    Problem problem = new Problem(1, 1, "", kind, List.of("eins", "zwei", "drei"));
    for (Language language : Language.values()) {
      Texts texts = new Texts(language);
      assertThat(problem.what(texts)).endsWith(problem.what(texts).strip()).doesNotContain("%");
      assertThat(problem.remedy(texts)).isNotBlank().doesNotContain("%");
    }
  }
}
