package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** A paste of several lines: line by line, each after the reply to the one before. */
@EnabledOnOs(OS.LINUX)
class PasteIT {
  private static final String MAIL =
      "EHLO me\nMAIL FROM:<a@x>\nRCPT TO:<b@x>\nDATA\nSubject: x\n\nüber /quit\n.\nNOOP\n";

  @TempDir Path home;

  @Test
  void aWholeMailIsSentLineByLine() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.paste(MAIL + "RSE");
      Program.awaitTyped(program, "RSE");
      assertThat(server.received()).isEqualTo(MAIL.replace("\n", "\r\n"));
      assertThat(program.screen().transcript())
          .containsSubsequence("C: DATA", "S: 354 go on", "C: Subject: x", "C:", "C: über /quit")
          .containsSubsequence("C: .", "S: 250 ok", "C: NOOP", "S: 250 ok");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void aPasswordPastedBehindARefusedLoginStaysHidden() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "504 no\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.paste("AUTH LOGIN\nYW5uYQ==\nZ2VoZWlt\nNOOP\n");
      Program.awaitPrompt(program, "3 pasted lines not sent");
      program.enter("");
      server.awaitReceived("Z2VoZWlt\r\nNOOP\r\n");
      Program.awaitPrompt(program, "C: NOOP");
      assertThat(program.screen().transcript()).noneMatch(line -> line.contains("Z2Vo"));
    }
  }

  @Test
  void eachLineWaitsForTheReplyToTheOneBefore() throws IOException {
    int lines = 50;
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 slow\r\n");
                  for (int i = 0; i < lines; i++) {
                    peer.expect("NOOP " + i);
                    if (!peer.received().endsWith("NOOP " + i + "\r\n")) {
                      throw new AssertionError("more than was asked for: " + peer.received());
                    }
                    peer.sendOneByOne("250 ok " + i + "\r\n");
                  }
                });
        PtyProgram program = Program.greeted(server, home)) {
      StringBuilder paste = new StringBuilder();
      for (int i = 0; i < lines; i++) {
        paste.append("NOOP ").append(i).append('\n');
      }
      program.paste(paste.toString());
      Program.awaitPrompt(program, "S: 250 ok " + (lines - 1));
    }
  }

  @Test
  void aRefusalHaltsItAndEnterSendsTheRest() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", "550 no\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.paste("MAIL FROM:<a@x>\nRCPT TO:<b@x>\nNOOP 1\nNOOP 2\n");
      Program.awaitPrompt(program, "# 2 pasted lines not sent. Enter sends them, Ctrl-C drops");
      assertThat(server.received()).isEqualTo("MAIL FROM:<a@x>\r\nRCPT TO:<b@x>\r\n");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "C: NOOP 2");
      server.awaitReceived("NOOP 1\r\nNOOP 2\r\n");
      assertThat(server.received()).doesNotContain("\r\n\r\n");
    }
  }

  @Test
  void ctrlCDropsTheRest() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", "450 later\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.paste("RCPT TO:<b@x>\nNOOP 1\nNOOP 2\n");
      Program.awaitPrompt(program, "# 2 pasted lines not sent.");
      program.key(Key.CTRL_C);
      Program.awaitPrompt(program, "# 2 pasted lines dropped.");
      program.key(Key.ENTER);
      program.enter("NOOP 3");
      server.awaitReceived("NOOP 3\r\n");
      assertThat(server.received()).isEqualTo("RCPT TO:<b@x>\r\n\r\nNOOP 3\r\n");
    }
  }

  @Test
  void aRefusedDataHoldsTheTextBackUpToItsDot() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("DATA", "554 no\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.paste(MAIL);
      Program.awaitPrompt(program, "# One pasted line not sent.");
      assertThat(server.received()).endsWith("DATA\r\n");
      program.key(Key.ENTER);
      server.awaitReceived("NOOP\r\n");
      assertThat(server.received()).endsWith("DATA\r\nNOOP\r\n").doesNotContain("Subject");
    }
  }

  @Test
  void aLostConnectionHaltsIt() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("NOOP 1");
                  peer.close();
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.paste("NOOP 1\nNOOP 2\nNOOP 3\n");
      program.awaitScreen("# 2 pasted lines not sent.");
      program.key(Key.CTRL_C);
      program.awaitScreen("# 2 pasted lines dropped.");
    }
  }

  @Test
  void controlsInAPasteOrTypedBetweenTheKeysDoNothing() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.paste("NOOP \u001b[2J\u001b]0;x\u0007a\u0000b\u009bc\u0003d");
      Program.awaitTyped(program, "NOOP [2J]0;xabcd");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 250 ok");
      program.type("NOOP 1");
      program.key(Key.ALT_ENTER);
      server.awaitReceived("NOOP 1\r\n");
      program.type("NOOP ");
      program.key(Key.CTRL_V);
      program.key(Key.CTRL_J);
      program.enter("NOOP 2");
      server.awaitReceived("NOOP 2\r\n");
      assertThat(server.received())
          .startsWith("NOOP [2J]0;xabcd\r\nNOOP 1\r\nNOOP ")
          .endsWith("\r\nNOOP 2\r\n");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void linesPastedIntoATerminalWithoutBracketsGoOneByOneToo() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type(MAIL.replace('\n', '\r'));
      server.awaitReceived("NOOP\r\n");
      assertThat(server.received()).isEqualTo(MAIL.replace("\n", "\r\n"));
      Program.awaitPrompt(program, "C: NOOP");
      assertThat(program.screen().transcript())
          .containsSubsequence("C: EHLO me", "S: 250 AUTH LOGIN PLAIN", "C: MAIL FROM:<a@x>")
          .containsSubsequence("C: DATA", "S: 354 go on", "C: Subject: x");
    }
  }
}
