package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** What is typed is what is sent: octet for octet, and CR LF. */
@EnabledOnOs(OS.LINUX)
class TypingIT {
  @TempDir Path home;

  @Test
  void everyCommandLineIsSentAsItWasTyped() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      for (String line : Lines.COMMANDS) {
        program.enter(line);
      }
      program.enter("//x");
      server.awaitReceived("/x\r\n");
      assertThat(server.received()).isEqualTo(Lines.wire(Lines.COMMANDS) + "/x\r\n");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void everyLineOfAMessageIsSentAsItWasTyped() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("DATA");
      Program.awaitPrompt(program, "S: 354");
      for (String line : Lines.TEXT) {
        program.enter(line);
      }
      program.enter(".");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(server.received()).isEqualTo("DATA\r\n" + Lines.wire(Lines.TEXT) + ".\r\n");
      assertThat(program.screen().transcript())
          .containsSubsequence(Lines.TEXT.stream().map(l -> ("C: " + l).stripTrailing()).toList());
    }
  }

  @Test
  void aLineOfSixThousandOctetsTypedWhileTheServerIsSilentArrivesWhole() throws IOException {
    String line = "NOOP " + "x".repeat(5_995);
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("EHLO me");
                  peer.awaitRelease();
                  peer.send("250 done\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      server.awaitReceived("EHLO me\r\n");
      program.enter(line);
      Program.awaitWaiting(program);
      server.release();
      server.awaitReceived(line + "\r\n");
      assertThat(server.received()).isEqualTo("EHLO me\r\n" + line + "\r\n");
    }
  }

  @Test
  void whatTheUserEditsIsSentAsItStandsThen() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("OOP  übel");
      program.key(Key.CTRL_A);
      program.type("N");
      program.key(Key.CTRL_E);
      List.of(Key.BACKSPACE, Key.BACKSPACE, Key.LEFT, Key.DELETE).forEach(program::key);
      program.key(Key.ENTER);
      server.awaitReceived("\r\n");
      assertThat(server.received()).isEqualTo("NOOP  ü\r\n");
    }
  }
}
