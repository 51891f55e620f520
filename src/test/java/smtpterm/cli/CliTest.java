package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class CliTest {
  @ParameterizedTest
  @CsvSource({"--help,en,Usage:", "-h,en,Usage:", "--help,de,Aufruf:", "-h,de,Aufruf:"})
  void helpIsShownInTheLanguageChosen(String option, String language, String start) {
    Run run = Run.with("", option, "--lang", language);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(start).contains("practice", "serve", "printf 'EHLO");
    assertThat(run.out()).doesNotContain("null", "%n", "\n  terminal ");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anExampleOfTheHelpFitsOneLine(Language language) {
    Properties help = new Texts(language).bundle("cli/help");
    for (int i = 0; help.containsKey("smtpterm.usage.footer." + (i + 1)); i++) {
      assertThat(help.getProperty("smtpterm.usage.footer." + i).length()).isLessThan(80);
    }
    assertThat(help).containsKey("smtpterm.usage.footer.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"practice", "serve"})
  void eachCommandHasItsHelpInBothLanguages(String command) {
    Run english = Run.with("", command, "--help");
    Run german = Run.with("", "--lang=de", command, "--help");
    assertThat(english.code()).isZero();
    assertThat(german.code()).isZero();
    assertThat(english.out()).contains("smtpterm " + command + " [OPTIONS]", "--smtp", "--strict");
    assertThat(german.out()).contains("smtpterm " + command + " [OPTIONEN]", "Der Port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"play", "check", "convert", "export", "explain", "base64"})
  void whatStandsBehindACommandIsDescribedInBothLanguages(String command) {
    for (String language : List.of("en", "de")) {
      assertThat(Run.with("", "--lang", language, command, "--help").lines())
          .anyMatch(line -> line.matches(" +\\[?(FILE|TEXT|WHAT)\\S* {2,}\\p{Lu}.*"));
    }
  }

  @Test
  void helpBehindATargetIsTheSameHelp() {
    Run run = Run.with("", "mail.example", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Run.with("", "--help").out());
    assertThat(Run.with("", "mail.example", "-V").out()).isEqualTo(Run.with("", "-V").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionIsOneLine(String option) {
    Run run = Run.with("", option);
    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("smtpterm [0-9]+\\.[0-9]+\\.[0-9]+.*\n");
  }

  @ParameterizedTest
  @CsvSource({"de_DE.UTF-8,Aufruf:", "en_US.UTF-8,Usage:", "C,Usage:", "fr_FR,Usage:"})
  void theLocaleChoosesTheLanguage(String locale, String start) {
    assertThat(Run.with(new byte[0], Map.of("LANG", locale), "--help").out()).startsWith(start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--wrong",
        "--lang fr --help",
        "--color blue host",
        "--timeout soon host",
        "--timeout 0 host",
        "--timeout",
        "--explain long host",
        "host 25 surplus",
        "host x",
        "host:99999",
        "http://host",
        "raw://host",
        "practice surplus",
        "serve --smtp x",
        "serve --smtp 65536",
        "practice --smtp -1",
        "-4 -6 --nope",
      })
  void wrongUsageIsSaidInBothLanguagesAndEndsWithTwo(String line) {
    Run english = Run.with("", line.split(" ", -1));
    assertThat(english.code()).isEqualTo(2);
    assertThat(english.out()).isEmpty();
    assertThat(english.err()).startsWith("smtpterm: ").doesNotContain("Exception", "null");
    Run german = Run.with(new byte[0], Map.of("LANG", "de_DE.UTF-8"), line.split(" ", -1));
    assertThat(german.code()).isEqualTo(2);
    assertThat(german.err()).startsWith("smtpterm: ").isNotEqualTo(english.err());
  }

  @Test
  void withoutATerminalATargetIsNeeded() {
    Run run = Run.with("EHLO me\n");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("smtpterm: No terminal, and no server named.");
  }

  @Test
  void aRefusedConnectionEndsWithFourAndOneSentence() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Run run = Run.with("EHLO me\n", "127.0.0.1", Integer.toString(port));
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("nobody listens on port " + port);
  }

  @ParameterizedTest
  @CsvSource({"no-such-host.invalid,No computer called", "-6 127.0.0.1,has no address of the kind"})
  void anUnreachableHostEndsWithFour(String line, String sentence) {
    Run run = Run.with("", (line + " 25").split(" ", -1));
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains(sentence);
  }

  @Test
  void aTakenPortEndsWithFour() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String command : List.of("practice", "serve")) {
        Run run = Run.with("", command, "--smtp", Integer.toString(taken.getLocalPort()));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("Port " + taken.getLocalPort());
      }
    }
  }

  @Test
  void theSessionOfTheHelpWorksAgainstThePracticeServer() {
    Run run = Run.with("EHLO me\nQUIT", "practice", "--smtp", "0");
    assertThat(run.code()).isZero();
    assertThat(run.lines().get(0)).startsWith("S: 220 ");
    assertThat(run.lines().get(1)).isEqualTo("C: EHLO me");
    assertThat(run.lines()).contains("C: QUIT").last().asString().startsWith("S: 221");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aWholeMailGoesThroughThePracticeServer() {
    String mail =
        """
        EHLO laptop
        AUTH LOGIN
        YW5uYQ==
        Z2VoZWlt
        MAIL FROM:<anna@kolleg.de>
        RCPT TO:<bob@kolleg.de>
        DATA
        Subject: Gartenparty

        /inbox is text here
        .
        QUIT
        """;
    Run run = Run.with(mail, "practice", "--smtp", "0");
    assertThat(run.code()).isZero();
    // The accounts of the practice server are public: nothing is masked.
    assertThat(run.lines()).contains("C: Z2VoZWlt", "C: /inbox is text here", "C:");
    assertThat(run.out()).contains("S: 235 ", "S: 354 ", "S: 250 2.0.0", "S: 221 ");
  }

  @Test
  void explanationsCanBeHadInAPipe() {
    Run run = Run.with("QUIT\n", "practice", "--smtp", "0", "--explain", "short");
    assertThat(run.out()).contains("   ✔ 220 ready:");
    Run coloured = Run.with("QUIT\n", "--color=always", "practice", "--smtp=0");
    assertThat(coloured.out()).contains("\033[32m220\033[0m");
  }

  @Test
  void aCommandsNameIsAHostWhereAPortFollowsIt() {
    Run run = Run.with("", "practice:1");
    assertThat(run.code()).isEqualTo(4);
    assertThat(Run.with("", "smtp://serve.invalid").code()).isEqualTo(4);
  }
}
