package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smtpterm.script.Plan;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.session.Ending;
import smtpterm.testing.RecordingServer;
import smtpterm.testing.TestCertificate;
import smtpterm.testing.TlsServer;
import smtpterm.wire.TlsSettings;
import smtpterm.wire.Trust;

/** Whole conversations with servers that answer as real ones do: LMTP, TLS, BDAT, POP3. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class ServersTest {
  private static PracticeServer server;

  @BeforeAll
  static void start() throws IOException {
    server = PracticeServer.start(Settings.standard().withPort(0), d -> {});
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Run run(Service service) {
    return new Run().at(service.scheme() + "://127.0.0.1:" + server.port(service));
  }

  @Test
  void lmtpAnswersOnceForEachRecipient() {
    String[] mail = {
      "C: LHLO me",
      "C: MAIL FROM:<carol@kolleg.de>",
      "C: RCPT TO:<anna@kolleg.de>",
      "S: 250",
      "C: RCPT TO:<nobody@kolleg.de>",
      "S: 550",
      "C: RCPT TO:<bob@kolleg.de>",
      "S: 250",
      "C: DATA",
      "S: 354",
      "C: x",
      "C: .",
      "S: 250 /anna/",
      "S: 250 /bob/",
      "C: QUIT",
      "S: 221",
      "@closed"
    };
    assertThat(Run.failures(run(Service.LMTP).play(mail))).isEmpty();
    String[] wrong = mail.clone();
    wrong[13] = "S: 250 /carol/";
    assertThat(Run.failures(run(Service.LMTP).play(wrong))).containsExactly("14 NO_MATCH [carol]");
    wrong[13] = "S: 250\nS: 250";
    assertThat(Run.failures(run(Service.LMTP).play(wrong))).containsExactly("15 NO_REPLY []");
    // Fewer replies than recipients are the last ones.
    wrong[13] = "# the other one is not looked at";
    assertThat(Run.failures(run(Service.LMTP).play(wrong))).containsExactly("13 NO_MATCH [anna]");
    wrong[12] = "S: 250 /bob/";
    assertThat(Run.failures(run(Service.LMTP).play(wrong))).isEmpty();
  }

  @Test
  void aMailIsFetched() {
    Outcome mail =
        run(Service.SMTP)
            .play(
                "C: EHLO me",
                "@pipelining on",
                "C: MAIL FROM:<carol@kolleg.de>",
                "C: RCPT TO:<carol@kolleg.de>",
                "C: BDAT 13 LAST",
                "C: Subject: ab",
                "S: 250",
                "S: 250",
                "S: 250",
                "C: QUIT",
                "S: 221");
    assertThat(Run.failures(mail)).isEmpty();
    Outcome fetched =
        run(Service.POP3)
            .play(
                "S: +OK",
                "C: USER carol",
                "S: +OK",
                "C: PASS garten",
                "S: +OK",
                "C: LIST",
                "S: +OK",
                "S: /^1 /",
                "S: .",
                "C: RETR 1",
                "S: +OK",
                "S: ...",
                "S: /^Subject: ab$/",
                "S: ...",
                "S: .",
                "C: QUIT",
                "S: +OK");
    assertThat(Run.failures(fetched)).isEmpty();
  }

  private static final String[] STARTTLS = {
    "C: EHLO me",
    "S: 250",
    "C: STARTTLS",
    "S: 220",
    "C: EHLO me",
    "S: 250 /AUTH/",
    "C: QUIT",
    "S: 221"
  };

  @Test
  void theHandshakeHappensByItself() throws IOException {
    TestCertificate authority = TestCertificate.authority("school");
    TestCertificate certificate = authority.sign("localhost", "localhost");
    try (RecordingServer tls = TlsServer.startTls(certificate)) {
      Trust trust = Trust.system().in(List.of(authority.certificate()));
      Run run = new Run().trusting(TlsSettings.usual().with(trust));
      Outcome outcome = run.at("smtp://localhost:" + tls.port()).play(STARTTLS);
      assertThat(Run.failures(outcome)).isEmpty();
    }
  }

  @Test
  void aCertificateThatIsNotTrustedEndsTheRun() throws IOException {
    TestCertificate certificate =
        TestCertificate.authority("school").sign("localhost", "localhost");
    try (RecordingServer tls = TlsServer.startTls(certificate)) {
      Outcome outcome = new Run().goingOn().at("smtp://localhost:" + tls.port()).play(STARTTLS);
      assertThat(Run.failures(outcome)).containsExactly("3 ENDED []");
      assertThat(outcome.lost().orElseThrow().cause()).isEqualTo(Ending.Cause.TLS);
      assertThat(outcome.exitCode()).isEqualTo(4);
    }
    try (RecordingServer tls = TlsServer.implicit(certificate)) {
      Outcome outcome = new Run().goingOn().at("smtps://localhost:" + tls.port()).play("C: QUIT");
      assertThat(outcome.failures())
          .extracting(Failure::kind)
          .containsExactly(Failure.Kind.NO_CONNECTION);
      assertThat(outcome.exitCode()).isEqualTo(4);
    }
  }

  @Test
  void aPersonMaySayALineInBetween() {
    Watcher person =
        new Watcher() {
          @Override
          public void before(Plan.Act act, String asSent, int secretFrom) {
            super.before(act, asSent, secretFrom);
            if (asSent.equals("QUIT")) {
              client.type("VRFY nobody");
              client.await(Run.LONG);
            }
          }
        };
    Outcome outcome =
        new Run(person)
            .at("127.0.0.1:" + server.port(Service.SMTP))
            .play("C: EHLO me", "S: 250", "C: QUIT", "S: 221");
    assertThat(Run.failures(outcome)).isEmpty();
    assertThat(person.heard).anyMatch(line -> line.startsWith("C: VRFY"));
  }

  @Test
  void aRawConversationComparesLineByLine() throws IOException {
    try (RecordingServer raw =
        RecordingServer.answering("", line -> "200 you said " + line + "\r\n")) {
      Outcome outcome =
          new Run()
              .at("raw://127.0.0.1:" + raw.port())
              .play("C: one", "S: 200 /one/", "C: two", "S: 200 /two/");
      assertThat(Run.failures(outcome)).isEmpty();
      Outcome other = new Run().at("raw://127.0.0.1:" + raw.port()).play("C: one", "S: 500");
      assertThat(Run.failures(other)).containsExactly("2 WRONG_CODE [500, 200]");
    }
  }
}
