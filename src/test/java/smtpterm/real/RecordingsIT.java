package smtpterm.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was recorded at a real server plays there again. */
@Tag("real")
class RecordingsIT {
  private static final String PASSWORD = "pass word";

  @TempDir Path home;

  private Path recording() {
    return home.resolve("recorded.session");
  }

  private Desk desk(Door door, boolean startTls) throws IOException {
    return new Desk(home, door, startTls, "--record", recording().toString());
  }

  private void playsAgain() throws IOException, InterruptedException {
    List<String> lines = Files.readAllLines(recording(), UTF_8);
    List<String> check =
        List.of(
            "check",
            "--ca",
            Door.Certificate.file("ca.pem").toString(),
            "--var",
            "password=" + PASSWORD,
            recording().toString());
    Piped run = Piped.run(check);
    assertThat(run.exitCode()).as(run.output() + String.join("\n", lines)).isZero();
    assertThat(Piped.run(List.of("convert", recording().toString())).output().lines())
        .containsExactlyElementsOf(lines);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "POSTFIX",
        "EXIM",
        "SENDMAIL",
        "AIOSMTPD",
        "DOVECOT_SUBMISSION",
        "DOVECOT_POP3",
      })
  void everyWayToLogInAfterStarttls(Door door) throws Exception {
    String bob = door.login("bob");
    try (Desk desk = desk(door, true)) {
      for (String way : door.waysWithPassword()) {
        desk.login(way, bob, "not the " + PASSWORD);
        desk.awaitRefused();
        desk.login(way, bob, PASSWORD);
        desk.awaitLoggedIn();
        desk.again();
      }
    }
    assertThat(Files.readString(recording(), UTF_8))
        .contains("# TLS 1.", "@set user " + bob, "${secret:wrong-password}")
        .doesNotContain(PASSWORD);
    playsAgain();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "POSTFIX_TLS",
        "EXIM_TLS",
        "SENDMAIL_TLS",
        "AIOSMTPD_TLS",
        "DOVECOT_SUBMISSION_TLS",
        "DOVECOT_POP3_TLS"
      })
  void inImplicitTls(Door door) throws Exception {
    try (Desk desk = desk(door, false)) {
      desk.login("PLAIN", door.login("bob"), PASSWORD);
      desk.awaitLoggedIn();
      desk.again();
    }
    playsAgain();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTFIX", "EXIM", "SENDMAIL", "OPENSMTPD", "AIOSMTPD", "DOVECOT_LMTP"})
  void aMailToKnownAndUnknownPeople(Door door) throws Exception {
    Piped run =
        Piped.run(
            List.of(door.url(), "--record", recording().toString()),
            door == Door.DOVECOT_LMTP ? "LHLO laptop" : "EHLO laptop",
            "DATA",
            "WHAT",
            "MAIL FROM:<alice@example.com>",
            "RCPT TO:<alice@example.com>",
            "RCPT TO:<stranger@example.com>",
            "RCPT TO:<bob@example.com>",
            "DATA",
            "Subject: ${recorded} Grüße",
            "",
            "..a dot",
            "<b>",
            "S: 250 mine",
            ".",
            "RSET",
            "NOOP",
            "QUIT");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    playsAgain();
  }

  @ParameterizedTest
  @EnumSource(names = {"DOVECOT_POP3"})
  void aMailboxThatIsReadTwice(Door door) throws Exception {
    String subject = "Read " + java.util.UUID.randomUUID();
    Piped sent =
        Piped.run(
            List.of(Door.DOVECOT_LMTP.url()),
            "LHLO laptop",
            "MAIL FROM:<>",
            "RCPT TO:<bob@example.com>",
            "DATA",
            "Subject: " + subject,
            "",
            "...",
            "<b>",
            ".",
            "QUIT");
    assertThat(sent.exitCode()).as(sent.output()).isZero();
    Piped run =
        Piped.run(
            List.of(door.url(), "--record", recording().toString()),
            "CAPA",
            "USER bob",
            "PASS " + PASSWORD,
            "STAT",
            "LIST",
            "UIDL",
            "RETR 1",
            "TOP 1 0",
            "LIST 99999",
            "QUIT");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    playsAgain();
  }
}
