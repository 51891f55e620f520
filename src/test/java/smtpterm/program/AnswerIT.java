package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** {@code /answer} computes the answer to a challenge and leaves it to the user to send it. */
@EnabledOnOs(OS.LINUX)
class AnswerIT {
  private static final String MASK = "••••••••";

  @TempDir Path home;

  private static PtyProgram greeted(Path home, String auth, String... options) throws IOException {
    PtyProgram program = Program.practice(home, options);
    program.enter("EHLO laptop");
    Program.awaitPrompt(program, "→ AUTH LOGIN");
    program.enter(auth);
    Program.awaitPrompt(program, "S: 334");
    return program;
  }

  /** Enter sends what was computed. */
  private static void send(PtyProgram program) {
    program.awaitScreen(
        "something in the line", screen -> screen.cursorLine().matches("C: .*|.*=|[A-Za-z0-9+/]+"));
    program.key(Key.ENTER);
  }

  @Test
  void cramMd5IsAnsweredByTheKeyAndSentByEnter() throws IOException {
    try (PtyProgram program = greeted(home, "AUTH CRAM-MD5", "--lang", "de")) {
      program.key(Key.F7);
      program.awaitScreen("Benutzername: ");
      program.enter("anna");
      program.awaitScreen("Passwort für anna");
      program.enter("geheim");
      program.awaitScreen("Das ist die richtige Antwort nach CRAM-MD5. Enter sendet sie.");
      send(program);
      Program.awaitPrompt(program, "S: 235 ");
      assertThat(program.screen().transcript())
          .contains("# /answer")
          .anyMatch(line -> line.startsWith("     HMAC      "));
    }
  }

  @Test
  void scramIsFollowedToItsEndEvenWhenTheEmptyLineIsTypedByHand() throws IOException {
    try (PtyProgram program = greeted(home, "AUTH SCRAM-SHA-256")) {
      program.enter("/answer anna");
      program.awaitScreen("Password for anna");
      program.enter("geheim");
      program.awaitScreen("our nonce");
      send(program);
      Program.awaitPrompt(program, "S: 334 cj");
      program.enter("/answer");
      program.awaitScreen("salted password");
      send(program);
      Program.awaitPrompt(program, "S: 334 dj");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 235 ");
      assertThat(program.screen().text()).doesNotContain("Do not trust");
    }
  }

  @Test
  void anotherAnswerInBetweenIsNoticed() throws IOException {
    try (PtyProgram program = greeted(home, "AUTH DIGEST-MD5")) {
      program.enter("/answer anna");
      program.awaitScreen("Password for anna");
      program.enter("nimmermehr");
      program.awaitScreen(
          "the answer behind the prompt",
          screen -> screen.contains("Enter sends it.") && screen.column() > 3);
      program.key(Key.CTRL_C);
      Program.awaitTyped(program, "");
      program.enter("*");
      Program.awaitPrompt(program, "S: 501");
      program.enter("AUTH SCRAM-SHA-1 biwsbj1hbm5hLHI9YWJjZGVm");
      Program.awaitPrompt(program, "r=abcdef");
      program.enter("/answer anna");
      Program.awaitPrompt(program, "With SCRAM-SHA-1 the answers build on each other");
    }
  }

  @Test
  void onAForeignServerTheAnswerStaysMaskedAndTheWordItselfCanBeSent() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("AUTH LOGIN");
                  peer.send("334 VXNlcm5hbWU6\r\n");
                  peer.expect("YW5uYQ==");
                  peer.send("334 UGFzc3dvcmQ6\r\n");
                  peer.expect("Z2VoZWlt");
                  peer.send("334 bW9yZQ==\r\n");
                  peer.expect("/answer");
                  peer.send("535 no\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334 VXNlcm5hbWU6");
      program.enter("/answer anna");
      Program.awaitTyped(program, "YW5uYQ==");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 334 UGFzc3dvcmQ6");
      program.type("/answer");
      program.awaitScreen("computes the answer");
      program.key(Key.ENTER);
      program.awaitScreen("Password for anna");
      program.enter("geheim");
      Program.awaitTyped(program, MASK);
      assertThat(server.received()).isEqualTo("AUTH LOGIN\r\nYW5uYQ==\r\n");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 334 bW9yZQ==");
      program.enter("//answer");
      Program.awaitPrompt(program, "S: 535");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .doesNotContain("geheim", "Z2VoZWlt", "Z2Vo");
      program.enter("NOOP");
      server.awaitReceived("NOOP\r\n");
      assertThat(Files.readString(home.resolve("state/smtpterm/history")))
          .doesNotContain("answer", "YW5u", "AUTH");
    }
  }

  @Test
  void popChallengesAreAnsweredAndOtherPlacesAreExplained() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("+OK ready\r\n");
                  peer.expect("AUTH CRAM-MD5");
                  peer.send("+ PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+\r\n");
                  peer.expect("dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw");
                  peer.send("+OK in\r\n");
                });
        PtyProgram program = Program.at(server, home)) {
      Program.awaitPrompt(program, "S: +OK ready");
      program.enter("/answer");
      Program.awaitPrompt(program, "/answer helps where the server has asked something");
      program.enter("AUTH CRAM-MD5");
      Program.awaitPrompt(program, "S: + PDE4");
      program.enter("/answer tim");
      program.awaitScreen("Password for tim");
      program.enter("tanstaaftanstaaf");
      Program.awaitTyped(program, MASK);
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: +OK in");
      assertThat(program.screen().line(-1)).contains("tim");
    }
  }

  @Test
  void aServerThatCheatsGetsAStarInTheLine() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("AUTH SCRAM-SHA-256");
                  peer.send("334 \r\n");
                  peer.line();
                  peer.send("334 cj14LHM9YzJGc2RBPT0saT0x\r\n");
                  peer.line();
                  peer.send("235 come in\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("AUTH SCRAM-SHA-256");
      Program.awaitPrompt(program, "S: 334");
      program.enter("/answer anna");
      program.awaitScreen("Password for anna");
      program.enter("geheim");
      Program.awaitTyped(program, MASK);
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 334 cj14");
      program.key(Key.F7);
      program.awaitScreen("has not taken up our nonce");
      Program.awaitTyped(program, "*");
      program.key(Key.CTRL_U);
      program.enter("bm8=");
      program.awaitScreen("Do not trust this server");
    }
  }
}
