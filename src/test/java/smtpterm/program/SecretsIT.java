package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.Peer;
import smtpterm.testing.RecordingServer;

/** A password is never on the screen, in no file, and arrives all the same. */
@EnabledOnOs(OS.LINUX)
class SecretsIT {
  private static final String MASK = "••••••••";

  @TempDir Path home;

  @Test
  void aPasswordTypedBeforeTheServerAsksIsNeverShownAndArrives() throws IOException {
    try (RecordingServer server = RecordingServer.playing(SecretsIT::asksLate);
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334 VXNlcm5hbWU6");
      program.enter("YW5uYQ==");
      server.awaitReceived("YW5uYQ==\r\n");
      program.enter("Z2VoZWlt");
      program.awaitScreen("C: YW5uYQ==");
      server.release();
      Program.awaitPrompt(program, "S: 235 ok");
      assertThat(server.received()).isEqualTo("AUTH LOGIN\r\nYW5uYQ==\r\nZ2VoZWlt\r\n");
      assertThat(program.screen().transcript()).contains("C: " + MASK);
      assertNeverShown(program, "Z2VoZWlt", "Z2Vo", "eWlt");
    }
  }

  @Test
  void aPasswordTypedAtThePromptOfAnImpatientUserIsMasked() throws IOException {
    try (RecordingServer server = RecordingServer.playing(SecretsIT::asksLate);
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334 VXNlcm5hbWU6");
      program.enter("YW5uYQ==");
      Program.awaitWaiting(program);
      program.type("Z2VoZWlt");
      Program.awaitTyped(program, MASK);
      program.key(Key.ENTER);
      server.awaitReceived("Z2VoZWlt\r\n");
      server.release();
      program.awaitScreen("S: 235 ok");
      assertNeverShown(program, "Z2VoZWlt", "Z2Vo", "eWlt");
    }
  }

  private static void asksLate(Peer peer) throws IOException {
    peer.send("220 hi\r\n");
    peer.expect("AUTH LOGIN");
    peer.send("334 VXNlcm5hbWU6\r\n");
    peer.expect("YW5uYQ==");
    peer.awaitRelease();
    peer.send("334 UGFzc3dvcmQ6\r\n");
    peer.expect("Z2VoZWlt");
    peer.send("235 ok\r\n");
  }

  @Test
  void whatWasTypedForARefusedLoginIsNeitherShownNorRemembered() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("AUTH LOGIN");
                  peer.send("334 VXNlcm5hbWU6\r\n");
                  peer.expect("YW5uYQ==");
                  peer.awaitRelease();
                  peer.send("535 never heard of\r\n");
                  peer.line();
                  peer.send("500 what\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334 VXNlcm5hbWU6");
      // In one go: what is typed second waits for sure when the first is answered.
      program.type("YW5uYQ==\rgeheim\r");
      server.awaitReceived("YW5uYQ==\r\n");
      program.awaitScreen("C: YW5uYQ==");
      server.release();
      program.awaitScreen("S: 500 what");
      assertThat(server.received()).endsWith("geheim\r\n");
      assertNeverShown(program, "geheim", "gehe", "heim");
      Program.awaitPrompt(program, "S: 500 what");
      program.key(Key.UP);
      program.type("x");
      Program.awaitTyped(program, "x");
      assertThat(Files.readString(history())).doesNotContain("geheim", "YW5u", "AUTH");
    }
  }

  @Test
  void aMaskedLineStaysMaskedWhenTheServerRefusesMeanwhile() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("AUTH PLAIN");
                  peer.awaitRelease();
                  peer.send("504 no such thing\r\n");
                  peer.expect("/geheim");
                  peer.send("500 what\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("AUTH PLAIN");
      Program.awaitWaiting(program);
      program.type("/gehe");
      Program.awaitTyped(program, MASK);
      server.release();
      program.awaitScreen("S: 504 no such thing");
      program.key(Key.F2);
      program.awaitScreen("What is hidden is not explained");
      program.key(Key.F1);
      program.type("im");
      Program.awaitTyped(program, MASK);
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 500 what");
      assertThat(program.screen().transcript()).contains("C: " + MASK);
      program.key(Key.UP);
      program.type("x");
      Program.awaitTyped(program, "x");
      assertNeverShown(program, "geheim", "gehe", "heim");
    }
  }

  @Test
  void secretsAreMaskedByPositionAndOnlyUntilRevealed() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "535 no\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.type("PASS geheim");
      Program.awaitTyped(program, "PASS " + MASK);
      program.key(Key.ENTER);
      program.enter("AUTH PLAIN AGFubmEAZ2VoZWlt");
      Program.awaitPrompt(program, "S: 535");
      program.enter("AUTH LOGIN YW5uYQ==");
      Program.awaitPrompt(program, "C: AUTH LOGIN YW5uYQ==");
      program.enter("/reveal on");
      Program.awaitPrompt(program, "# /reveal on");
      program.type("PASS offen");
      Program.awaitTyped(program, "PASS offen");
      program.key(Key.ENTER);
      program.enter("/reveal off");
      program.enter("PASS wieder");
      program.enter("NOOP");
      Program.awaitPrompt(program, "C: NOOP");
      server.awaitReceived("NOOP\r\n");
      assertThat(server.received())
          .isEqualTo(
              String.join(
                  "\r\n",
                  "PASS geheim",
                  "AUTH PLAIN AGFubmEAZ2VoZWlt",
                  "AUTH LOGIN YW5uYQ==",
                  "PASS offen",
                  "PASS wieder",
                  "NOOP",
                  ""));
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "C: PASS " + MASK, "C: AUTH PLAIN " + MASK, "C: PASS offen", "C: PASS " + MASK);
      assertNeverShown(program, "geheim", "AGFubm", "wieder");
      assertThat(Files.readString(history())).isEqualTo("/reveal on\n/reveal off\nNOOP\n");
    }
  }

  @Test
  void theHistoryIsTheUsersOwnAndComesBackInTheNextSession() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "535 no\r\n"))) {
      try (PtyProgram program = Program.greeted(server, home)) {
        program.enter("NOOP early");
        program.enter("AUTH PLAIN AGFubmEAZ2VoZWlt");
        Program.awaitPrompt(program, "S: 535");
        program.key(Key.UP);
        Program.awaitTyped(program, "NOOP early");
        program.key(Key.CTRL_C);
        program.key(Key.CTRL_D);
        assertThat(program.exitCode()).isZero();
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history())))
          .isEqualTo("rw-------");
      try (PtyProgram program = Program.greeted(server, home)) {
        program.key(Key.UP);
        Program.awaitTyped(program, "NOOP early");
        program.key(Key.CTRL_C);
        program.key(Key.CTRL_R);
        program.type("ear");
        program.awaitScreen("NOOP early");
      }
    }
  }

  private Path history() {
    return home.resolve("state/smtpterm/history");
  }

  private static void assertNeverShown(PtyProgram program, String... parts) {
    assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8)).doesNotContain(parts);
  }
}
