package smtpterm.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;

/** A whole mail against real servers, typed in a terminal and piped. */
@Tag("real")
class RealSessionIT {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "POSTFIX, Username:",
    "EXIM, Username:",
    "SENDMAIL, Username:",
    "DOVECOT_SUBMISSION, Username:",
    "AIOSMTPD, User Name",
  })
  void aMailTypedByHandWithLoginArrives(Door door, String question) throws Exception {
    String subject = "Gartenparty " + UUID.randomUUID();
    PtyCommand command = PtyCommand.smtpterm(home, door.url(), "--lang", "en").size(110, 50);
    try (PtyProgram terminal = command.start()) {
      terminal.awaitScreen("220 ready");
      say(terminal, "EHLO laptop", "250 done");
      say(terminal, "AUTH LOGIN", "asks in Base64 for \"" + question);
      terminal.type(door.login("alice"));
      terminal.key(Key.F6);
      terminal.awaitScreen("now Base64");
      say(terminal, "", "asks in Base64 for \"Password");
      terminal.type("secret");
      terminal.key(Key.F6);
      terminal.awaitScreen("now Base64, 8 characters");
      say(terminal, "", "235 logged in");
      assertThat(terminal.screen().contains("••••••••")).isTrue();
      say(terminal, "MAIL FROM:<alice@example.com>", "→ RCPT TO");
      say(terminal, "RCPT TO:<nowhere@example.com>", "✖ 550");
      say(terminal, "RCPT TO:<bob@example.com>", "→ DATA");
      typeText(terminal, subject);
      assertThat(new String(terminal.rawOutput(), UTF_8)).doesNotContain("c2VjcmV0", "secret");
    }
    assertThat(door.arrived("bob", subject)).contains("Es gibt Würstchen.");
  }

  @ParameterizedTest
  @CsvSource({"OPENSMTPD, EHLO, ✖ 524", "DOVECOT_LMTP, LHLO, ✖ 550"})
  void aMailTypedByHandWithoutLoginArrives(Door door, String hello, String refusal)
      throws Exception {
    String subject = "Gartenparty " + UUID.randomUUID();
    PtyCommand command = PtyCommand.smtpterm(home, door.url(), "--lang", "en").size(110, 50);
    try (PtyProgram terminal = command.start()) {
      terminal.awaitScreen("220 ready");
      say(terminal, hello + " laptop", "250 done");
      say(terminal, "MAIL FROM:<alice@example.com>", "→ RCPT TO");
      say(terminal, "RCPT TO:<nowhere@example.com>", refusal);
      say(terminal, "RCPT TO:<bob@example.com>", "→ DATA");
      typeText(terminal, subject);
    }
    assertThat(door.arrived("bob", subject)).contains("Es gibt Würstchen.");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTFIX", "EXIM", "SENDMAIL", "AIOSMTPD", "DOVECOT_SUBMISSION"})
  void theSameMailPipedArrives(Door door) throws Exception {
    String subject = "Piped " + UUID.randomUUID();
    Piped run =
        Piped.run(
            door.url(),
            "EHLO laptop",
            "AUTH LOGIN",
            Base64.getEncoder().encodeToString(door.login("bob").getBytes(UTF_8)),
            "cGFzcyB3b3Jk", // bob's password has a blank in it
            "MAIL FROM:<bob@example.com>",
            "RCPT TO:<alice@example.com>",
            "DATA",
            "Subject: " + subject,
            "",
            "..ein Punkt",
            ".",
            "QUIT");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("C: ••••••••\nS: 235 ").doesNotContain("cGFzcyB3b3Jk");
    assertThat(door.arrived("alice", subject)).contains("\n.ein Punkt");
  }

  private static void typeText(PtyProgram terminal, String subject) {
    say(terminal, "DATA", "… 354");
    terminal.enter("Subject: " + subject);
    terminal.enter("");
    terminal.enter("Es gibt Würstchen.");
    say(terminal, ".", "has the mail");
    terminal.key(Key.CTRL_D);
    assertThat(terminal.exitCode()).isZero();
  }

  private static void say(PtyProgram terminal, String line, String answer) {
    terminal.enter(line);
    terminal.awaitScreen(answer);
  }
}
