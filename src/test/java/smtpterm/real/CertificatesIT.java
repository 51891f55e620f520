package smtpterm.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;

/** The certificates of real servers: a good one is taken, each bad one is refused and explained. */
@Tag("real")
class CertificatesIT {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(
      names = {"POSTFIX", "EXIM", "SENDMAIL", "AIOSMTPD", "DOVECOT_SUBMISSION", "DOVECOT_POP3"})
  void afterStarttlsGoodAndBadGiveFourAnswers(Door door) throws Exception {
    assertFourAnswers(door);
  }

  @ParameterizedTest
  @EnumSource(names = {"DOVECOT_SUBMISSION_TLS", "DOVECOT_POP3_TLS"})
  void inImplicitTlsGoodAndBadGiveFourAnswers(Door door) throws Exception {
    assertFourAnswers(door);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTFIX_TLS", "EXIM_TLS", "SENDMAIL_TLS", "AIOSMTPD_TLS"})
  void inImplicitTlsAGoodCertificateIsTaken(Door door) throws Exception {
    Piped run = run(door, Door.Certificate.GOOD);

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("C: QUIT\nS: 221 ");
  }

  @Test
  void anAuthorityThatNobodyKnowsIsRefused() throws Exception {
    Piped run = Piped.run(Door.POSTFIX.url(), "EHLO laptop", "STARTTLS", "EHLO laptop", "QUIT");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.output())
        .contains("did not pass the check", "smtpterm tests")
        .doesNotContain("Wrong host", "Expired", "Self-signed:");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENSMTPD", "OPENSMTPD_TLS"})
  void aHandshakeThatTheServerBreaksOffIsNamed(Door door) throws Exception {
    Piped run = run(door, Door.Certificate.GOOD);

    assertThat(run.exitCode()).as(run.output()).isEqualTo(4);
    assertThat(run.output()).contains("internal_error").doesNotContain("QUIT");
  }

  @Test
  void afterABrokenHandshakeTheTerminalGoesOn() throws Exception {
    String authority = Door.Certificate.file("ca.pem").toString();
    String url = Door.OPENSMTPD.url();
    PtyCommand command =
        PtyCommand.smtpterm(home, "--ca", authority, url, "--lang", "en").size(110, 50);
    try (PtyProgram terminal = command.start()) {
      terminal.awaitScreen("220 ready");
      terminal.enter("EHLO laptop");
      terminal.awaitScreen("250 done");
      terminal.enter("STARTTLS");
      terminal.awaitScreen("internal_error");
      terminal.enter("/clear");
      terminal.enter("/connect");
      terminal.awaitScreen("220 ready");
      terminal.enter("EHLO laptop");
      terminal.awaitScreen("250 done");
      terminal.enter("QUIT");
      terminal.awaitScreen("221 ");
      terminal.enter("/quit");
      assertThat(terminal.exitCode()).isZero();
    }
  }

  private static void assertFourAnswers(Door door) throws Exception {
    Piped good = run(door, Door.Certificate.GOOD);
    assertThat(good.exitCode()).as(good.output()).isZero();
    assertThat(good.output())
        .containsPattern("C: QUIT\nS: (221|\\+OK)")
        .doesNotContain("smtpterm:");

    assertRefused(
        run(door, Door.Certificate.OTHER_NAME),
        "Wrong host: it is made out to elsewhere.example.net");
    assertRefused(run(door, Door.Certificate.EXPIRED), "Expired: it was valid until");
    assertRefused(run(door, Door.Certificate.SELF_SIGNED), "Self-signed: ");
  }

  /** It says this, and nothing more was sent. */
  private static void assertRefused(Piped run, String reason) {
    assertThat(run.exitCode()).as(run.output()).isEqualTo(4);
    List<String> reasons = new ArrayList<>(List.of("Wrong host:", "Expired:", "Self-signed:"));
    reasons.removeIf(reason::startsWith);
    assertThat(run.output())
        .contains("did not pass the check", reason)
        .doesNotContain("QUIT")
        .doesNotContain(reasons);
  }

  private static Piped run(Door door, Door.Certificate shown) throws Exception {
    String url = door.url(shown);
    boolean pop3 = url.startsWith("pop3");
    List<String> lines = new ArrayList<>();
    String hello = pop3 ? "CAPA" : "EHLO laptop";
    if (!url.startsWith("pop3s") && !url.startsWith("smtps")) {
      lines.addAll(List.of(hello, pop3 ? "STLS" : "STARTTLS"));
    }
    lines.addAll(List.of(hello, "QUIT"));
    String authority = Door.Certificate.file("ca.pem").toString();
    return Piped.run(List.of("--ca", authority, url), lines.toArray(String[]::new));
  }
}
