package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** POP3 by hand: the mail that was sent is fetched, read, saved and deleted. */
@EnabledOnOs(OS.LINUX)
class ReadingIT {
  private static final String MAIL =
      """
      EHLO me
      MAIL FROM:<anna@kolleg.de>
      RCPT TO:<bob@kolleg.de>
      DATA
      From: anna@kolleg.de
      Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=

      Hallo Bob,
      ..drei Punkte
      .
      QUIT
      """;

  @TempDir Path home;

  @Test
  void aMailIsSentFetchedReadSavedAndDeleted() throws IOException {
    Path saved = home.resolve("mail.eml");
    try (PtyProgram program = Program.practice(home)) {
      program.paste(MAIL);
      program.awaitScreen("→ bob has mail: \"Grüße\"");
      program.awaitScreen("/connect connects again");
      program.enter("/connect pop3");
      Program.awaitPrompt(program, "S: +OK smtpterm practice server");
      program.enter("USER bob");
      Program.awaitPrompt(program, "→ PASS <password>");
      program.enter("PASS topSecret");
      Program.awaitPrompt(program, "+OK logged in: the mailbox is open.");
      program.enter("LIST");
      Program.awaitPrompt(program, "→ RETR 1 · TOP 1 0");
      program.enter("RETR 1");
      Program.awaitPrompt(program, "S: ..drei Punkte");
      program.enter("/show");
      Program.awaitPrompt(program, "Subject   Grüße");
      program.enter("/show 1 --save " + saved);
      Program.awaitPrompt(program, "Saved as");
      program.enter("/show 1 --save " + saved);
      Program.awaitPrompt(program, "exists already");
      program.enter("DELE 1");
      Program.awaitPrompt(program, "→ QUIT · RSET");
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "S: ..drei Punkte",
              "S: .",
              "     ..  one line began with a dot; the server has put one more in front, which",
              "# /show",
              "C: RETR 1",
              "C: DELE 1",
              "C: QUIT",
              "S: +OK bye, 1 message deleted");
      assertThat(program.unknownSequences()).isEmpty();
    }
    assertThat(Files.readString(saved)).contains("\r\n.drei Punkte\r\n").endsWith("Punkte\r\n");
  }

  @Test
  void tabAndStatusLineKnowPop3() throws IOException {
    try (RecordingServer server = RecordingServer.answering("+OK ready\r\n", line -> "+OK\r\n");
        PtyProgram program = Program.at(server, home)) {
      Program.awaitPrompt(program, "S: +OK ready");
      program.type("us");
      program.key(Key.TAB);
      Program.awaitTyped(program, "user ");
      program.type("anna\r");
      Program.awaitPrompt(program, "→ PASS <password>");
      program.type("RETR 1");
      program.awaitScreen("first the login, then RETR");
    }
  }

  @Test
  void aPasswordOfPop3IsMaskedAndInNoHistory() throws IOException {
    try (RecordingServer server =
            RecordingServer.answering("+OK ready\r\n", line -> "-ERR no\r\n");
        PtyProgram program = Program.at(server, home)) {
      Program.awaitPrompt(program, "S: +OK ready");
      program.enter("PASS geheim");
      server.awaitReceived("PASS geheim\r\n");
      Program.awaitPrompt(program, "S: -ERR no");
      program.key(Key.UP);
      program.enter("NOOP");
      Program.awaitPrompt(program, "C: NOOP");
      assertThat(program.screen().transcript()).noneMatch(line -> line.contains("geheim"));
    }
  }

  @Test
  void aLongMailComesWholeThroughAPipe() throws IOException {
    StringBuilder mail = new StringBuilder("+OK\r\n");
    for (int i = 0; i < 3_000; i++) {
      mail.append("line ").append(i).append("\r\n");
    }
    mail.append(".\r\n");
    try (RecordingServer server =
        RecordingServer.answering(
            "+OK ready\r\n", line -> line.startsWith("RETR") ? mail.toString() : "+OK\r\n")) {
      Piped run =
          Piped.run(
              home, "USER a\nPASS b\nRETR 1\nQUIT\n", "127.0.0.1", Integer.toString(server.port()));
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("S: line 0\n", "S: line 1500\n", "S: line 2999\nS: .\n");
    }
  }

  @Test
  void aMailThatIsCutOffIsNamedSo() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("+OK ready\r\n");
              peer.expect("RETR 1");
              peer.send("+OK\r\nSubject: half a m");
              peer.close();
            })) {
      Piped run = Piped.run(home, "RETR 1\nQUIT\n", "pop3://127.0.0.1:" + server.port());
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out()).contains("S: +OK\n", "S: Subject: half a m\n");
      assertThat(run.err()).contains("The server closed the connection");
    }
  }
}
