package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** The octets below each line, where the user wants them. */
@EnabledOnOs(OS.LINUX)
class WireIT {
  @TempDir Path home;

  private static void say(PtyProgram program, String line, String answer) {
    program.enter(line);
    program.awaitScreen(
        "\"" + answer + "\" and a prompt",
        Program.prompted()
            .and(screen -> screen.transcript().stream().anyMatch(l -> l.contains(answer))));
  }

  private static void mail(PtyProgram program) {
    say(program, "/reveal off", "# /reveal off");
    say(program, "EHLO laptop", "S: 250 HELP");
    say(program, "STARTTLS", "S: 220 2.0.0");
    say(program, "EHLO secret", ">> EHLO secret");
    say(program, "AUTH PLAIN AGFubmEAZ2VoZWlt", "S: 235");
    say(program, "MAIL FROM:<anna@kolleg.de>", "S: 250 2.1.0");
    say(program, "RCPT TO:<bob@kolleg.de>", "S: 250 2.1.5");
    say(program, "DATA", "S: 354");
    for (String line : new String[] {"Subject: Grüße", "From: <anna@kolleg.de>"}) {
      say(program, line, "C: " + line);
    }
    program.enter("");
    say(program, "..hidden", "C: ..hidden");
    say(program, ".", "queued as P0001");
    say(program, "MAIL FROM:<anna@kolleg.de> SIZE=20", "C: MAIL FROM:<anna@kolleg.de> SIZE");
    say(program, "RCPT TO:<carol@kolleg.de>", "C: RCPT TO:<carol");
    say(program, "BDAT 13 LAST", "C: BDAT 13");
    say(program, "Subject: .x", "queued as P0002");
  }

  private static void fetch(PtyProgram program) {
    program.enter("QUIT");
    program.awaitScreen("the end", screen -> screen.cursorLine().startsWith(">"));
    say(program, "/connect pop3", "S: +OK");
    say(program, "USER bob", "C: USER bob");
    say(program, "PASS topSecret", "C: PASS");
    say(program, "LIST", "C: LIST");
    say(program, "RETR 1", "<< ..hidden");
    program.enter("QUIT");
    program.awaitScreen("the end", screen -> screen.cursorLine().startsWith(">"));
  }

  @ParameterizedTest
  @CsvSource({"en, 120", "de, 60"})
  void theOctetsAreShownAndTheScreenIsStillTheTranscript(String language, int columns)
      throws IOException {
    List<String> screen;
    try (PtyProgram program =
        PtyCommand.smtpterm(home, "practice", "--smtp", "0", "--pop3", "0", "--lang", language)
            .size(columns, 60)
            .start()) {
      program.awaitScreen("a prompt", Program.prompted());
      say(program, "/wire on", "# /wire on");
      mail(program);
      fetch(program);
      program.enter("/save " + home.resolve("saved.session"));
      program.awaitScreen(
          "saved",
          now -> now.cursorLine().startsWith(">") && Files.exists(home.resolve("saved.session")));
      screen = program.screen().transcript();
    }
    boolean german = language.equals("de");
    assertThat(screen)
        .anyMatch(line -> line.startsWith("   >> EHLO laptop[CR][LF]   13 "))
        .anyMatch(line -> line.startsWith("   >> Subject: Gr[C3 BC C3 9F]e[CR][LF]   18 "))
        .anyMatch(line -> line.startsWith("   >> ..hidden[CR][LF]"))
        .anyMatch(line -> line.startsWith("   << ..hidden[CR][LF]"))
        .anyMatch(line -> line.startsWith("   >> AUTH PLAIN ••••••••[CR][LF]"))
        .anyMatch(line -> line.startsWith("   >> PASS ••••••••[CR][LF]"))
        .anyMatch(line -> line.startsWith("   >> Subject: .x[CR][LF]"))
        .anyMatch(line -> line.startsWith(german ? "   == Hier beginnt" : "   == The TLS hand"))
        .noneMatch(line -> line.contains("topSecret") && !line.startsWith("# "))
        .noneMatch(line -> line.contains("AGFubmEA"));
    Files.write(home.resolve("pasted.session"), screen);
    Piped pasted = Piped.run(home, "", "convert", home.resolve("pasted.session").toString());
    assertThat(pasted.exitCode()).as(pasted.err()).isZero();
    assertThat(pasted.err()).isEmpty();
    assertThat(said(pasted.lines()))
        .isEqualTo(said(Files.readAllLines(home.resolve("saved.session"))));
  }

  private static List<String> said(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("C:") || line.startsWith("S:"))
        .map(line -> line.replaceAll("\\s+", " ").replace("password-2", "password"))
        .toList();
  }

  @Test
  void itIsAPreferenceLikeTheOthersAndShowsABareLineFeed() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      say(program, "/set wire on", "# /set wire on");
      program.enter("NOOP");
      program.awaitScreen(
          "the octets", screen -> screen.contains("   << 250 ok[CR][LF]   8 octets, "));
      server.send("451 \u001b[31mred\n");
      program.awaitScreen(
          "a bare LF", screen -> screen.contains("<< 451 [ESC][31mred[LF]   LF alone"));
      program.enter("/wire off");
      Program.awaitPrompt(program, "# /wire off");
      program.enter("NOOP again");
      Program.awaitPrompt(program, "C: NOOP again");
      assertThat(program.screen().text()).doesNotContain(">> NOOP again");
      assertThat(server.received()).isEqualTo("NOOP\r\nNOOP again\r\n");
    }
  }

  @Test
  void onADumbTerminalTheOctetsComeAfterEnter() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).env("TERM", "dumb").start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("/wire on");
      Program.awaitPrompt(program, "C: /wire on");
      program.enter("NOOP");
      program.awaitScreen("the octets", screen -> screen.contains("   >> NOOP[CR][LF]   6 octets"));
      server.awaitReceived("\r\n");
      assertThat(server.received()).isEqualTo("NOOP\r\n");
    }
  }
}
