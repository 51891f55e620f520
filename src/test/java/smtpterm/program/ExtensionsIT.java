package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** Extensions of SMTP by hand, LMTP, and protocols about which nothing is claimed. */
@EnabledOnOs(OS.LINUX)
class ExtensionsIT {
  @TempDir Path home;

  private static void envelope(PtyProgram program) {
    program.enter("EHLO me");
    Program.awaitPrompt(program, "CHUNKING");
    program.enter("MAIL FROM:<anna@kolleg.de>");
    Program.awaitPrompt(program, "C: MAIL FROM");
    program.enter("RCPT TO:<bob@kolleg.de>");
    Program.awaitPrompt(program, "→ DATA");
  }

  @Test
  void bdatCountsWhatIsTypedAndSendsAFile() throws IOException {
    Path file = Files.writeString(home.resolve("mail.txt"), "Subject: Datei\n\n.punkt\nGrüße\n");
    try (PtyProgram program = Program.practice(home)) {
      envelope(program);
      program.enter("BDAT 17");
      program.awaitScreen("17 octets of this block are due");
      program.type("Subject: Handa");
      program.awaitScreen("1 octets left after this line");
      program.type("\r");
      program.awaitScreen("1 octets of this block are due");
      program.enter("x");
      Program.awaitPrompt(program, "S: 500");
      program.enter("RSET");
      Program.awaitPrompt(program, "S: 250 2.0.0");
      envelope(program);
      program.enter("/bdat " + file);
      program.awaitScreen("bob has mail: \"Datei\"");
      program.enter("/inbox bob 1");
      program.awaitScreen("Grüße");
      assertThat(program.screen().transcript())
          .contains("C: BDAT 35 LAST", "C: .punkt", "C: Grüße");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void aPasteGoesOutInOnePieceWhenPipeliningIsOn() throws IOException {
    // It says nothing until it has the whole group: whoever waits for a reply waits in vain.
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("EHLO me");
                  peer.send("250-mx\r\n250 PIPELINING\r\n");
                  peer.expect("MAIL FROM:<a@x>");
                  peer.expect("RCPT TO:<b@x>");
                  peer.expect("RCPT TO:<c@x>");
                  peer.expect("RSET");
                  peer.send("250 ok\r\n550 no such mailbox\r\n550 nor this\r\n250 reset\r\n");
                  peer.expect("NOOP");
                  peer.send("250 still here\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("/set pipelining on");
      Program.awaitPrompt(program, "no longer wait for each other");
      program.paste("EHLO me\nMAIL FROM:<a@x>\nRCPT TO:<b@x>\nRCPT TO:<c@x>\nRSET\nNOOP\n");
      Program.awaitPrompt(program, "S: 250 still here");
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "C: MAIL FROM:<a@x>",
              "C: RCPT TO:<b@x>",
              "C: RCPT TO:<c@x>",
              "C: RSET",
              "S: 550 no such mailbox",
              "   to RCPT TO:<b@x>");
      program.enter("/set");
      Program.awaitPrompt(program, "pipelining on ");
    }
  }

  @Test
  void lmtpAnswersForEachRecipient() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("/disconnect");
      program.awaitScreen("You closed the connection");
      program.enter("/connect lmtp");
      Program.awaitPrompt(program, "→ LHLO <name of your computer>");
      program.paste(
          """
          LHLO me
          MAIL FROM:<a@kolleg.de>
          RCPT TO:<anna@kolleg.de>
          RCPT TO:<bob@kolleg.de>
          DATA
          Subject: zwei

          x
          .
          """);
      program.awaitScreen("250 done: bob@kolleg.de has the mail.");
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "C: .",
              "   ✔ 250 done: anna@kolleg.de has the mail.  2.0.0 = success.",
              "   ✔ 250 done: bob@kolleg.de has the mail.  2.0.0 = success.");
    }
  }

  @Test
  void httpByHandIsColouredAndNothingIsClaimed() throws IOException {
    try (RecordingServer server =
            RecordingServer.answering(
                "", line -> line.isEmpty() ? "HTTP/1.1 200 OK\r\n\r\nhello\r\n" : "");
        PtyProgram program =
            PtyCommand.smtpterm(home, "raw://127.0.0.1:" + server.port()).start()) {
      program.awaitScreen("Connected to");
      program.enter("GET / HTTP/1.1");
      program.enter("Host: localhost");
      program.enter("");
      program.awaitScreen("S: hello");
      assertThat(program.screen().transcript())
          .containsSubsequence("C: GET / HTTP/1.1", "S: HTTP/1.1 200 OK", "S:", "S: hello")
          .noneMatch(line -> line.startsWith("   "));
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
    }
  }

  @Test
  void imapIsKnownByItsGreeting() throws IOException {
    try (RecordingServer server =
            RecordingServer.answering("* OK IMAP4rev1\r\n", line -> "* BYE\r\na OK\r\n");
        PtyProgram program = Program.at(server, home)) {
      program.awaitScreen("S: * OK IMAP4rev1");
      program.enter("a LOGOUT");
      program.awaitScreen("S: a OK");
      assertThat(program.screen().transcript()).noneMatch(line -> line.startsWith("   "));
    }
  }

  @Test
  void anExtraReplyAndAnInformationNeverBreakTheOrder() throws IOException {
    try (RecordingServer server =
            RecordingServer.smtp(
                Map.of(
                    "EHLO",
                    "250 mx\r\n250 once more\r\n",
                    "VERB",
                    "250 ok\r\n",
                    "NOOP",
                    "050 thinking\r\n250 noop\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "S: 250 once more");
      program.enter("NOOP");
      Program.awaitPrompt(program, "S: 250 noop");
      program.enter("MAIL FROM:<a@x>");
      Program.awaitPrompt(program, "250 done: sender noted");
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "S: 250 once more",
              "   ✔ 250 unasked: the server informs you. Nothing has to be done.",
              "S: 050 thinking",
              "S: 250 noop");
    }
  }
}
