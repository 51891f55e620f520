package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;
import smtpterm.testing.TestCertificate;
import smtpterm.testing.TestCertificate.Words;
import smtpterm.testing.TlsServer;

/** STARTTLS typed in a terminal, and what is shown of the certificate. */
@EnabledOnOs(OS.LINUX)
class TlsIT {
  private static final TestCertificate AUTHORITY = TestCertificate.authority("Test CA");
  private static final TestCertificate GOOD = AUTHORITY.sign("mx.test", "mx.test", "127.0.0.1");
  private static final TestCertificate SELF_SIGNED =
      TestCertificate.selfSigned(Words.now("evil\u001b[2J.test", "127.0.0.1"));

  @TempDir Path home;
  private String authority;

  @BeforeEach
  void writeAuthority() throws IOException, GeneralSecurityException {
    authority = AUTHORITY.writeTo(home.resolve("ca.pem")).toString();
  }

  private static void say(PtyProgram program, String line, String answer) {
    program.enter(line);
    Program.awaitPrompt(program, answer);
  }

  @Test
  void thePracticeServerIsTrustedByItsOwnTerminal() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      say(program, "EHLO me", "→ AUTH LOGIN · STARTTLS");
      say(program, "STARTTLS", "Verified: an authority trusted here vouches for 127.0.0.1.");
      say(program, "EHLO me", "gone  STARTTLS");
      say(program, "/tls", "The authority of this practice server");
      program.enter("/disconnect");
      program.awaitScreen("You closed the connection");
      program.enter("/connect pop3s");
      Program.awaitPrompt(program, "S: +OK smtpterm practice server");
      assertThat(program.screen().line(-1)).contains("TLS 1.3");
    }
  }

  @Test
  void startTlsEncryptsAndShowsTheCertificate() throws IOException {
    try (RecordingServer server = TlsServer.startTls(GOOD);
        PtyProgram program = Program.greeted(server, home, "--ca", authority)) {
      assertThat(program.screen().line(-1)).contains("not encrypted");
      say(program, "EHLO me", "S: 250 STARTTLS");
      say(program, "STARTTLS", "Verified: an authority trusted here vouches for 127.0.0.1.");
      program.awaitScreen("the version", screen -> screen.line(-1).contains("TLS 1.3"));
      say(program, "EHLO me", "Compared with the list before TLS:");
      say(program, "/tls", "issued by");
      say(program, "/tls --chain", "Certificate 2 of 2");
      say(program, "/status", "encryption");
      assertThat(program.screen().transcript())
          .anyMatch(line -> line.matches("   encryption +TLS 1.3"))
          .anyMatch(line -> line.matches("   cipher suite +TLS_AES_.*"))
          .anyMatch(line -> line.contains("sha256//"));
      assertThat(server.received()).isEqualTo("EHLO me\r\nSTARTTLS\r\nEHLO me\r\n");
    }
  }

  @Test
  void aRefusedCertificateCanBeAcceptedByHand() throws IOException {
    try (RecordingServer server = TlsServer.startTls(SELF_SIGNED);
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("STARTTLS");
      program.awaitScreen("/tls --trust connects again");
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "C: STARTTLS",
              "S: 220 go ahead",
              "# The certificate of the server did not pass the check, so the connection is")
          .anyMatch(line -> line.startsWith("   ! Self-signed: only the server itself"));
      program.enter("/tls");
      program.awaitScreen("evil\\x1b[2J.test");
      program.enter("/tls --trust");
      program.awaitScreen("Say EHLO and STARTTLS once more");
      Program.awaitPrompt(program, "once more");
      say(program, "STARTTLS", "Accepted for this connection only");
      program.awaitScreen(
          "the mark in the status line",
          screen -> screen.line(-1).contains("TLS 1.3, NOT verified"));
      program.enter("NOOP");
      server.peer(1).awaitReceived("NOOP\r\n");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void theExceptionIsForOneConnection() throws IOException {
    try (RecordingServer server = TlsServer.implicit(SELF_SIGNED);
        PtyProgram program = Program.at(server, home, "--tls")) {
      program.awaitScreen("/tls --trust connects again");
      program.enter("/tls --trust");
      Program.awaitPrompt(program, "S: 220");
      program.enter("/disconnect");
      program.awaitScreen("You closed the connection");
      program.enter("/connect");
      program.awaitScreen(
          "refused again",
          screen ->
              screen.transcript().stream().filter(l -> l.contains("did not pass")).count() == 2);
    }
  }

  @Test
  void ctrlCBreaksAHandshakeOff() throws IOException {
    try (RecordingServer server = TlsServer.afterGoAhead(peer -> {});
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("STARTTLS");
      server.awaitReceived("\u0016");
      program.key(Key.CTRL_C);
      program.awaitScreen("# TLS handshake broken off; the connection is closed.");
      program.awaitScreen("another prompt", screen -> screen.cursorLine().startsWith("> "));
    }
  }

  @Test
  void aLineTypedAheadOfARefusalIsNotSent() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("STARTTLS");
                  peer.awaitRelease();
                  peer.send("454 not now\r\n");
                  peer.expect("NOOP");
                  peer.send("250 ok\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("STARTTLS");
      server.awaitReceived("STARTTLS\r\n");
      program.enter("AUTH PLAIN AGFubmEAZ2VoZWlt");
      server.release();
      program.awaitScreen(
          "a word about the line",
          screen ->
              screen.contains("typed ahead was not sent")
                  || screen.contains("typed meanwhile was not sent"));
      // What is typed before the prompt stands there was typed ahead, too.
      Program.awaitPrompt(program, "was not sent");
      say(program, "NOOP", "S: 250 ok");
      assertThat(server.received()).isEqualTo("STARTTLS\r\nNOOP\r\n");
    }
  }

  @Test
  void whatIsRequiredIsMarkedBeforeEnter() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home, "--starttls", "required")) {
      say(program, "EHLO me", "does not offer STARTTLS, but --starttls required");
      program.type("MAIL FROM:<a@b>");
      program.awaitScreen(
          "the flaw",
          screen ->
              screen.line(-1).contains("not encrypted, though --starttls required was asked for"));
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "C: MAIL FROM:<a@b>");
      say(program, "/login anna", "without TLS this is neither sent");
      assertThat(server.received()).isEqualTo("EHLO me\r\nMAIL FROM:<a@b>\r\n");
    }
  }

  @Test
  void aStartTlsThatHasVanishedIsMarked() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("EHLO a");
                  peer.send("250-mx\r\n250 STARTTLS\r\n");
                  peer.expect("EHLO b");
                  peer.send("250 mx\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      say(program, "EHLO a", "250 STARTTLS");
      say(program, "EHLO b", "Attention: this server offered STARTTLS before");
    }
  }
}
