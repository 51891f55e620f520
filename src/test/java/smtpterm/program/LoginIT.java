package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** {@code /login} says every line, explains it when asked, and never does what is not wanted. */
@EnabledOnOs(OS.LINUX)
class LoginIT {
  @TempDir Path home;

  private static void login(PtyProgram program, String line, String password) {
    program.enter(line);
    program.awaitScreen("a question", screen -> screen.cursorLine().contains(" 127.0.0.1:"));
    program.enter(password);
  }

  @Test
  void eachMechanismOfThePracticeServerLogsIn() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      String[] ways = {
        "--LOGIN", "--login --initial", "--PLAIN", "--PLAIN --no-initial", "--CRAM-MD5",
        "--DIGEST-MD5", "--scram-sha-1", "--SCRAM-SHA-256 --no-initial", "--SCRAM-SHA-512", ""
      };
      for (String way : ways) {
        program.enter("EHLO laptop");
        Program.awaitPrompt(program, "→ AUTH LOGIN");
        login(program, ("/login " + way).strip() + " bob", "topSecret");
        Program.awaitPrompt(program, "S: 235 ");
        assertThat(program.screen().line(-1)).as(way).contains("bob");
        program.enter("QUIT");
        program.awaitScreen("S: 221");
        program.enter("/clear");
        program.enter("/connect");
        Program.awaitPrompt(program, "S: 220");
      }
      program.enter("EHLO laptop");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.enter("/login --ANONYMOUS a@b");
      Program.awaitPrompt(program, "S: 235 ");
    }
  }

  @Test
  void theBestMechanismIsExplainedInGerman() throws IOException {
    try (PtyProgram program = Program.practice(home, "--lang", "de")) {
      program.enter("EHLO laptop");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      login(program, "/login --explain anna", "geheim");
      Program.awaitPrompt(program, "S: 235 ");
      assertThat(program.screen().transcript().stream().map(String::strip).toList())
          .anyMatch(line -> line.startsWith("C: AUTH SCRAM-SHA-512 "))
          .contains(
              "Mit SCRAM-SHA-512, dem Besten, was hier angeboten wird.",
              "Runden  4096   so oft wird das Passwort gehasht, damit Raten lange dauert",
              "Benutzer      anna   wer sich anmeldet",
              "hier berechnet; beide müssen gleich sein",
              "nichts  eine leere Zeile ist hier richtig");
    }
  }

  @Test
  void aTokenIsAskedForAndItsFieldsAreNamedButNotShown() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("EHLO me");
                  peer.send("250-mx\r\n250 AUTH XOAUTH2 OAUTHBEARER\r\n");
                  peer.line();
                  peer.send("334 eyJzdGF0dXMiOiI0MDEifQ==\r\n");
                  peer.expect("");
                  peer.send("535 5.7.8 no\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "S: 250 AUTH");
      program.enter("/login anna");
      Program.awaitPrompt(program, "For example /login --XOAUTH2 anna");
      program.enter("/login --xoauth2 --explain anna");
      program.awaitScreen("Token for anna at 127.0.0.1");
      program.enter("ya29.token");
      Program.awaitPrompt(program, "S: 535");
      assertThat(program.screen().text())
          .contains("AUTH XOAUTH2 ••••••••", "token  ••••••••", "{\"status\":\"401\"}");
      assertThat(server.received())
          .contains("AUTH XOAUTH2 dXNlcj1hbm5hAWF1dGg9QmVhcmVyIHlhMjkudG9rZW4BAQ==\r\n\r\n");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .doesNotContain("ya29", "dXNlcj1");
    }
  }

  @Test
  void whatCannotBeIsSaidAndNothingIsSent() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("/login anna");
      Program.awaitPrompt(program, "Say EHLO first.");
      program.enter("/login --SCRAM-SHA256 anna");
      Program.awaitPrompt(program, "Did you mean --SCRAM-SHA-256?");
      program.enter("/login --no-intial anna");
      Program.awaitPrompt(program, "Did you mean --no-initial?");
      program.enter("/login --NTLM anna");
      Program.awaitPrompt(program, "/login does not know --NTLM. It knows");
      program.enter("/login --CRAM-MD5 --initial anna");
      Program.awaitPrompt(program, "With CRAM-MD5 the server speaks first");
      program.enter("/login --APOP anna");
      Program.awaitPrompt(program, "APOP is a command of POP3");
      program.enter("/login --PLAIN");
      Program.awaitPrompt(program, "Who? For example /login anna");
      program.enter("/login --PLAIN anna");
      program.awaitScreen("Password for anna");
      program.enter("");
      Program.awaitPrompt(program, "No login.");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void popUsesApopWhereTheGreetingHasAStampElseUserAndPass() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("+OK <1896.697170952@dbc.mtview.ca.us>\r\n");
                  peer.line();
                  peer.send("-ERR no\r\n");
                  peer.expect("USER mrose");
                  peer.send("+OK\r\n");
                  peer.expect("PASS tanstaaf");
                  peer.send("+OK in\r\n");
                });
        PtyProgram program = Program.at(server, home)) {
      Program.awaitPrompt(program, "S: +OK <1896");
      login(program, "/login --explain mrose", "tanstaaf");
      Program.awaitPrompt(program, "S: -ERR no");
      assertThat(server.received()).isEqualTo("APOP mrose c4c9334bac560ecc979e58001b3e22fb\r\n");
      assertThat(program.screen().text()).contains("time stamp", "MD5 of time stamp and password");
      login(program, "/login --USER mrose", "tanstaaf");
      Program.awaitPrompt(program, "S: +OK in");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .doesNotContain("tanstaaf", "c4c9334b");
    }
  }
}
