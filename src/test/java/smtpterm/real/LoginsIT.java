package smtpterm.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way of logging in that real servers offer, with {@code /login}. */
@Tag("real")
class LoginsIT {
  private static final String PASSWORD = "pass word";

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(
      names = {"POSTFIX", "EXIM", "SENDMAIL", "AIOSMTPD", "DOVECOT_SUBMISSION", "DOVECOT_POP3"})
  void inTheClearTheRightPasswordIsTakenAndAWrongOneIsNot(Door door) throws IOException {
    logInEachWay(door, false);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "POSTFIX",
        "POSTFIX_SUBMISSION",
        "EXIM",
        "SENDMAIL",
        "AIOSMTPD",
        "AIOSMTPD_SUBMISSION",
        "DOVECOT_SUBMISSION",
        "DOVECOT_POP3"
      })
  void afterStarttlsTheRightPasswordIsTakenAndAWrongOneIsNot(Door door) throws IOException {
    logInEachWay(door, true);
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
  void inImplicitTlsTheRightPasswordIsTakenAndAWrongOneIsNot(Door door) throws IOException {
    logInEachWay(door, false);
  }

  @ParameterizedTest
  @EnumSource(names = {"DOVECOT_SUBMISSION", "DOVECOT_POP3"})
  void aTokenIsTakenAndAForgedOneIsNot(Door door) throws IOException {
    String token = Files.readString(Door.DOVECOT_POP3.file("token"), UTF_8);
    String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(43);
    try (Desk desk = new Desk(home, door, true)) {
      for (String way : new String[] {"XOAUTH2", "OAUTHBEARER"}) {
        desk.login(way, "alice", forged);
        desk.awaitRefused();
        desk.login(way, "alice", token);
        desk.awaitLoggedIn();
        desk.again();
      }
      assertThat(new String(desk.terminal().rawOutput(), UTF_8)).doesNotContain(token);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"DOVECOT_SUBMISSION", "DOVECOT_POP3", "DOVECOT_SUBMISSION_TLS", "DOVECOT_POP3_TLS"})
  void aCertificateLogsInItsOwnerAndNobodyElse(Door door) throws IOException {
    boolean startTls = door.url().matches("(submission|pop3)://.*");
    String certificate = Door.Certificate.file("alice.pem").toString();
    String key = Door.Certificate.file("alice.key").toString();
    try (Desk desk = new Desk(home, door, startTls, "--cert", certificate, "--key", key)) {
      desk.say("/login --EXTERNAL bob", door.refusal());
      desk.terminal().enter("/login --EXTERNAL alice");
      desk.awaitLoggedIn();
    }
    try (Desk desk = new Desk(home, door, startTls)) {
      desk.say("/login --EXTERNAL alice", door.refusal());
    }
  }

  private void logInEachWay(Door door, boolean startTls) throws IOException {
    String bob = door.login("bob");
    try (Desk desk = new Desk(home, door, startTls)) {
      for (String way : door.waysWithPassword()) {
        desk.login(way, bob, "not the " + PASSWORD);
        desk.awaitRefused();
        desk.login(way, bob, PASSWORD);
        desk.awaitLoggedIn();
        desk.again();
      }
      assertThat(new String(desk.terminal().rawOutput(), UTF_8)).doesNotContain(PASSWORD);
    }
  }
}
