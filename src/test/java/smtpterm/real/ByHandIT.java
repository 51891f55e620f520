package smtpterm.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only some servers do, typed by hand. */
@Tag("real")
class ByHandIT {
  @Test
  void repliesOfClassZeroKeepTheStep() throws Exception {
    String subject = "Verbose " + UUID.randomUUID();
    Piped run =
        Piped.run(
            Door.SENDMAIL.url(),
            "EHLO laptop",
            "VERB",
            "MAIL FROM:<alice@example.com>",
            "RCPT TO:<bob@example.com>",
            "DATA",
            "Subject: " + subject,
            "",
            ".",
            "NOOP",
            "QUIT");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .containsPattern("C: \\.\nS: 050 .*\n(S: 050 .*\n)*S: 250 2\\.0\\.0 .* accepted.*\n")
        .containsPattern("C: NOOP\nS: 250 .*OK\nC: QUIT\nS: 221 ");
    assertThat(Door.SENDMAIL.arrived("bob", subject)).contains(subject);
  }

  @Test
  void aListIsExpandedAndNamesAreVerified() throws Exception {
    for (Door door : new Door[] {Door.EXIM, Door.SENDMAIL}) {
      Piped run =
          Piped.run(
              door.url(),
              "EHLO laptop",
              "VRFY alice@example.com",
              "EXPN friends@example.com",
              "VRFY stranger@example.com",
              "QUIT");

      assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
      assertThat(run.output())
          .containsPattern("C: VRFY alice@.*\nS: 250 ")
          .containsPattern("C: EXPN friends@.*\n(S: 250-.*(alice|bob).*\n)S: 250 .*(alice|bob)")
          .containsPattern("C: VRFY stranger@.*\nS: 550 ");
    }
  }

  @Test
  void questionsThatEndInNulAreShown() throws Exception {
    Piped run =
        Piped.run(
            Door.AIOSMTPD.url(),
            "EHLO laptop",
            "AUTH LOGIN",
            "YWxpY2U=",
            "d3Jvbmc=",
            "AUTH LOGIN",
            "YWxpY2U=",
            "c2VjcmV0",
            "QUIT");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output())
        .containsPattern(
            "S: 334 VXNlciBOYW1lAA==\nC: YWxpY2U=\nS: 334 UGFzc3dvcmQA\nC: ••••••••\nS: 535 ")
        .containsPattern("S: 334 UGFzc3dvcmQA\nC: ••••••••\nS: 235 ");
  }

  @Test
  void afterTheDotEachRecipientHasHisReply() throws Exception {
    String subject = "Several " + UUID.randomUUID();
    Piped run =
        Piped.run(
            Door.DOVECOT_LMTP.url(),
            "LHLO laptop",
            "MAIL FROM:<alice@example.com>",
            "RCPT TO:<alice@example.com>",
            "RCPT TO:<stranger@example.com>",
            "RCPT TO:<bob@example.com>",
            "DATA",
            "Subject: " + subject,
            "",
            ".",
            "NOOP",
            "QUIT");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output())
        .containsPattern("<stranger@example.com>\nS: 550 ")
        .containsPattern("C: \\.\nS: 250 .*<alice@.*\nS: 250 .*<bob@.*\nC: NOOP\nS: 250 ");
    assertThat(Door.DOVECOT_LMTP.arrived("alice", subject)).contains(subject);
    assertThat(Door.DOVECOT_LMTP.arrived("bob", subject)).contains(subject);
  }
}
