package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.testing.RecordingServer;

/** Tab, and the commands for smtpterm itself. */
@EnabledOnOs(OS.LINUX)
class CommandsIT {
  @TempDir Path home;

  @Test
  void tabCompletesWhatIsLegalNow() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.type("MA");
      program.key(Key.TAB);
      Program.awaitTyped(program, "MAIL FROM:<");
      program.key(Key.CTRL_C);
      program.type("ma");
      program.key(Key.TAB);
      Program.awaitTyped(program, "mail from:<");
      program.key(Key.CTRL_C);
      program.type("AUTH P");
      program.key(Key.TAB);
      program.awaitScreen("C: AUTH PLAIN");
      program.key(Key.CTRL_C);
      program.type("/sta");
      program.key(Key.TAB);
      program.awaitScreen("C: /status");
      program.key(Key.CTRL_C);
      program.key(Key.TAB);
      program.awaitScreen("asks who is on a mailing list");
      program.key(Key.CTRL_C);
      program.enter("NOOP");
      Program.awaitPrompt(program, "C: NOOP");
      assertThat(program.screen().transcript())
          .noneMatch(line -> line.contains("on a mailing list"));
    }
  }

  @Test
  void tabCompletesFileNames() throws IOException {
    Path mail = Files.writeString(home.resolve("my mail 1.txt"), "Subject: x\n\nhi\n");
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("/send " + home + "/my");
      program.key(Key.TAB);
      program.awaitScreen("C: /send " + mail);
      program.key(Key.ENTER);
      server.awaitReceived(".\r\n");
      assertThat(server.received()).isEqualTo("DATA\r\nSubject: x\r\n\r\nhi\r\n.\r\n");
    }
  }

  @Test
  void aLargeFileArrivesAsMessageText() throws IOException {
    StringBuilder text = new StringBuilder();
    StringBuilder wire = new StringBuilder("DATA\r\n");
    for (int i = 0; text.length() < 2_000_000; i++) {
      text.append(".x ").append(i).append("\nü\rb\r\n.\n\n");
      wire.append("..x ").append(i).append("\r\nü\r\nb\r\n..\r\n\r\n");
    }
    Path file = Files.writeString(home.resolve("large.txt"), text + "no end");
    wire.append("no end\r\n.\r\n");
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("DATA");
                  peer.send("354 go on\r\n");
                  peer.awaitReceived("no end\r\n.\r\n");
                  peer.send("250 ok\r\n");
                });
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("/send " + file);
      Program.awaitPrompt(program, "C: .");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(server.received().equals(wire.toString())).isTrue();
      assertThat(program.screen().transcript()).noneMatch(line -> line.startsWith("   !"));
    }
  }

  @Test
  void nothingIsSentOfAFileThatIsMissingOrRefused() throws IOException {
    Path file = Files.writeString(home.resolve("mail.txt"), "Subject: x\n");
    try (RecordingServer server = RecordingServer.smtp(Map.of("DATA", "554 no\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("/send nowhere.txt");
      Program.awaitPrompt(program, "There is no file nowhere.txt.");
      program.enter("/send " + file);
      Program.awaitPrompt(program, "The file was not sent, because DATA was refused.");
      assertThat(server.received()).isEqualTo("DATA\r\n");
    }
  }

  @Test
  void loginAsksForThePasswordAndSaysTheLines() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.enter("/login --LOGIN anna");
      program.awaitScreen("Password for anna at 127.0.0.1");
      program.enter("nimmermehr");
      Program.awaitPrompt(program, "S: 535 ");
      program.enter("/login --LOGIN anna");
      program.awaitScreen("the second question", screen -> asks(screen, "anna"));
      program.enter("geheim");
      Program.awaitPrompt(program, "S: 235 ");
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "# /login --LOGIN anna",
              "C: AUTH LOGIN",
              "C: YW5uYQ==",
              "C: Z2VoZWlt",
              "S: 235 2.7.0 Authentication successful");
      program.enter("/status");
      program.awaitScreen(
          "who is logged in", screen -> screen.transcript().contains("   login       anna"));
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .doesNotContain("geheim\r", "nimmermehr");
    }
  }

  @Test
  void loginWithPlainIsMaskedOutsideThePracticeServer() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("AUTH", "235 ok\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("/login --plain anna");
      program.awaitScreen("a question", screen -> asks(screen, "anna"));
      program.type("geheim");
      program.awaitScreen("••••••••");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 235 ok");
      assertThat(server.received()).isEqualTo("AUTH PLAIN AGFubmEAZ2VoZWlt\r\n");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .doesNotContain("geheim", "AGFubm");
    }
  }

  private static boolean asks(Screen screen, String user) {
    return screen.cursorLine().startsWith("Password for " + user);
  }

  @Test
  void helpStatusAndTheOthersAnswer() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(80, 60).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("/help");
      Program.awaitPrompt(program, "protocol, /help local, /help keys");
      program.enter("/help RCPT");
      Program.awaitPrompt(program, "   RCPT TO:<address>");
      program.enter("/statsu");
      Program.awaitPrompt(program, "There is no /statsu here. Did you mean /status?");
      program.enter("/base64 anna");
      Program.awaitPrompt(program, "   YW5uYQ==");
      program.enter("/base64 -d Z2VoZWlt");
      Program.awaitPrompt(program, "   geheim");
      program.enter("/lang de");
      Program.awaitPrompt(program, "   Ab jetzt auf Deutsch.");
      program.enter("/clear");
      program.awaitScreen("an empty screen", screen -> screen.line(0).startsWith("C:"));
      program.enter("/disconnect");
      program.awaitScreen("# Du hast die Verbindung getrennt.");
      assertThat(server.peer().awaitEnd()).isEmpty();
      program.enter("/connect");
      program.awaitScreen("greeted", Program.prompted());
      program.enter("NOOP");
      server.peer(1).awaitReceived("NOOP\r\n");
    }
  }
}
