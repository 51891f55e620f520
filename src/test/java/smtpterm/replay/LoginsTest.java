package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.testing.RecordingServer;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** {@code ${answer}}: whole logins at the practice server. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class LoginsTest {
  private static PracticeServer server;

  @BeforeAll
  static void start() throws IOException {
    server = PracticeServer.start(Settings.standard().withPort(0), d -> {});
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String at(Service service) {
    return service.scheme() + "://127.0.0.1:" + server.port(service);
  }

  private static Outcome play(Service service, String... lines) {
    return new Run().at(at(service)).play(lines);
  }

  private static final String[] ACCOUNT = {"@set user anna", "@set password geheim"};

  static Stream<List<String>> smtp() {
    return Stream.of(
        List.of("C: AUTH PLAIN ${answer}", "S: 235"),
        List.of("C: AUTH PLAIN", "S: 334", "C: ${answer}", "S: 235"),
        List.of("C: AUTH LOGIN", "S: 334", "C: ${answer}", "S: 334", "C: ${answer}", "S: 235"),
        List.of("C: AUTH LOGIN ${answer}", "S: 334", "C: ${answer}", "S: 235"),
        List.of("C: AUTH LOGIN", "S: 334", "C: YW5uYQ==", "S: 334", "C: ${answer}", "S: 235"),
        List.of("C: AUTH LOGIN YW5uYQ==", "S: 334", "C: ${answer}", "S: 235"),
        List.of(
            "C: AUTH LOGIN",
            "S: 334",
            "C: ${answer}",
            "S: 334",
            "C: ${base64:${secret:password}}",
            "S: 235"),
        List.of("C: AUTH CRAM-MD5", "S: 334", "C: ${answer}", "S: 235"),
        List.of("C: auth cram-md5", "S: 334", "C: ${answer:bob:topSecret}", "S: 235"),
        List.of("C: AUTH DIGEST-MD5", "S: 334", "C: ${answer}", "S: 334", "C: ${answer}", "S: 235"),
        List.of(
            "C: AUTH SCRAM-SHA-256",
            "S: 334",
            "C: ${answer}",
            "S: 334",
            "C: ${answer}",
            "S: 334",
            "C: ${answer}",
            "S: 235"),
        List.of(
            "C: AUTH SCRAM-SHA-1 ${answer}",
            "S: 334",
            "C: ${answer}",
            "S: 334",
            "C: ${answer}",
            "S: 235"),
        List.of(
            "C: AUTH PLAIN ${answer:anna:${secret:wrong:falsch}}",
            "S: 535",
            "C: AUTH PLAIN ${answer}",
            "S: 235"));
  }

  @ParameterizedTest
  @MethodSource
  void smtp(List<String> login) {
    List<String> lines = new ArrayList<>(List.of(ACCOUNT));
    lines.add("C: EHLO me");
    lines.addAll(login);
    Outcome outcome = play(Service.SMTP, lines.toArray(String[]::new));
    assertThat(Run.failures(outcome)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C: APOP anna ${answer}",
        "C: APOP ${answer}",
        "C: AUTH PLAIN ${answer}",
        "C: USER anna|C: PASS ${secret:password}",
        "C: AUTH CRAM-MD5|S: +|C: ${answer}"
      })
  void pop3(String login) {
    List<String> lines = new ArrayList<>(List.of(ACCOUNT));
    lines.addAll(List.of(login.split("\\|")));
    lines.addAll(List.of("S: +OK", "C: STAT", "S: +OK", "C: QUIT", "S: +OK", "@closed"));
    Outcome outcome = play(Service.POP3, lines.toArray(String[]::new));
    assertThat(Run.failures(outcome)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C: AUTH CRAM-MD5 ${answer}",
        "C: AUTH GSSAPI ${answer}",
        "C: NOOP ${answer}",
        "C: APOP anna ${answer}"
      })
  void whereNothingIsToBeAnsweredNothingIsSent(String line) {
    Outcome outcome =
        play(Service.SMTP, "@set user anna", "@set password geheim", "C: EHLO me", line);
    assertThat(outcome.failures())
        .extracting(Failure::kind)
        .containsExactly(Failure.Kind.NO_ANSWER);
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.sent()).isEqualTo(1);
  }

  @Test
  void aServerThatCannotProveThatItKnowsThePasswordIsNotBelieved() throws IOException {
    try (RecordingServer liar =
        RecordingServer.answering(
            "220 hi\r\n", line -> line.startsWith("AUTH") ? "235 welcome\r\n" : "250 ok\r\n")) {
      Outcome outcome =
          new Run()
              .at(liar)
              .play(
                  "@set user anna",
                  "@set password geheim",
                  "C: AUTH SCRAM-SHA-256 ${answer}",
                  "S: 235",
                  "C: NOOP");
      assertThat(Run.failures(outcome)).containsExactly("3 DISTRUSTED [UNVERIFIED, ]");
      assertThat(liar.received()).doesNotContain("NOOP");
    }
  }

  @Test
  void aChallengeThatMustNotBeAnsweredGetsNoAnswer() throws IOException {
    try (RecordingServer odd =
        RecordingServer.answering("220 hi\r\n", line -> "334 no base64 at all\r\n")) {
      Outcome outcome =
          new Run()
              .at(odd)
              .play(
                  "@set user anna",
                  "@set password geheim",
                  "C: AUTH CRAM-MD5",
                  "S: 334",
                  "C: ${answer}");
      assertThat(Run.failures(outcome)).containsExactly("5 DISTRUSTED [NOT_BASE64, ]");
      assertThat(outcome.failures().get(0).what(new Texts(Language.ENGLISH)))
          .endsWith(
              "trusted. What the server asks is no Base64, so there is no right answer to it.");
      assertThat(outcome.failures().get(0).what(new Texts(Language.GERMAN)))
          .contains("kein Base64");
      assertThat(odd.received()).isEqualTo("AUTH CRAM-MD5\r\n");
    }
  }

  @Test
  void noSecretIsShownNotEvenWhereTheServerRepeatsIt() throws IOException {
    try (RecordingServer echo =
        RecordingServer.answering("220 hi\r\n", line -> "500 what is " + line + "?\r\n")) {
      Run run = new Run().at(echo).goingOn();
      Outcome outcome =
          run.play(
              "@set user anna",
              "@set password geheim",
              "C: AUTH PLAIN ${answer}",
              "S: 235",
              "C: XLOGIN ${secret:password}",
              "S: 250 = ${secret:password}",
              "C: PASS ${secret:password}",
              "S: 250");
      assertThat(echo.received()).contains("AGFubmEAZ2VoZWlt", "XLOGIN geheim", "PASS geheim");
      String everything = run.watcher.told + " " + run.watcher.heard + " " + outcome;
      assertThat(everything).contains("what is XLOGIN ••••••••?");
      assertThat(everything).doesNotContain("geheim").doesNotContain("AGFubmEAZ2VoZWlt");
    }
  }
}
