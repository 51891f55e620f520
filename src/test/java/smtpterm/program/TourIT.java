package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** {@code /tour}: somebody new sends a first mail. */
@EnabledOnOs(OS.LINUX)
class TourIT {
  @TempDir Path home;

  private static void step(PtyProgram program, int number) {
    Program.awaitPrompt(program, "# " + number + "/8:");
  }

  private static void envelope(PtyProgram program) {
    program.enter("/tour");
    step(program, 1);
    program.enter("EHLO laptop");
    step(program, 2);
    program.enter("MAIL FROM:<anna@kolleg.de>");
    step(program, 3);
    program.enter("RCPT TO:<bob@kolleg.de>");
    step(program, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Type: EHLO laptop, The server said no, That was SMTP",
    "de, Tippe: EHLO laptop, Der Server hat Nein gesagt, Das war SMTP"
  })
  void aMailIsSentStepByStepAndAMistakeLeavesOneThere(
      String language, String type, String no, String end) throws IOException {
    try (PtyProgram program = Program.practice(home, "--lang", language)) {
      program.enter("/tour");
      Program.awaitPrompt(program, type);
      program.enter("RCPT TO:<bob@kolleg.de>");
      Program.awaitPrompt(program, no);
      program.enter("ehlo me");
      step(program, 2);
      program.enter("MAIL FROM:<anna@kolleg.de>");
      step(program, 3);
      program.enter("RCPT TO:<nobody@kolleg.de>");
      program.awaitScreen("S: 550");
      program.enter("RCPT TO:<bob@kolleg.de>");
      step(program, 4);
      program.enter("DATA");
      step(program, 5);
      program.enter("Subject: x");
      step(program, 6);
      program.enter("");
      program.enter("Hi");
      program.enter(".");
      step(program, 7);
      program.enter("/inbox bob 1");
      step(program, 8);
      program.enter("QUIT");
      program.awaitScreen(end);
      program.awaitScreen("RETR 1");
      assertThat(program.screen().transcript())
          .filteredOn(line -> line.toLowerCase(Locale.ROOT).contains("3/8"))
          .hasSize(2);
    }
  }

  @Test
  void greyLettersShowWhatToTypeAndTheRightArrowTakesThem() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("/tour");
      step(program, 1);
      program.awaitScreen("C: EHLO laptop");
      program.type("EH");
      program.key(Key.RIGHT);
      Program.awaitTyped(program, "EHLO laptop");
      program.key(Key.ENTER);
      step(program, 2);
    }
  }

  @Test
  void skipDoesAStepAndStopEndsTheTour() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("/tour skip");
      Program.awaitPrompt(program, "There is no tour under way.");
      program.enter("/tour");
      step(program, 1);
      program.enter("/tour skip");
      step(program, 2);
      assertThat(program.screen().transcript()).contains("C: EHLO laptop");
      program.enter("/tour nonsense");
      Program.awaitPrompt(program, "/tour, /tour skip or /tour stop");
      program.enter("/tour stop");
      Program.awaitPrompt(program, "The tour is over.");
      program.enter("MAIL FROM:<anna@kolleg.de>");
      Program.awaitPrompt(program, "C: MAIL FROM");
      assertThat(program.screen().transcript()).noneMatch(line -> line.contains("3/8"));
    }
  }

  @Test
  void itBeginsWhereTheConversationStandsAndADetourDoesNoHarm() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "AUTH LOGIN");
      program.enter("MAIL FROM:<anna@kolleg.de>");
      Program.awaitPrompt(program, "C: MAIL FROM");
      program.enter("/tour");
      step(program, 3);
      program.enter("NOOP");
      Program.awaitPrompt(program, "That works, too. Step 3/8 is still open.");
      program.enter("RSET");
      step(program, 2);
      program.enter("QUIT");
      program.awaitScreen("The connection is gone, and the tour with it.");
      program.enter("/tour");
      program.awaitScreen("# 1/8:");
    }
  }

  @Test
  void withoutAPracticeServerItSaysHowToGetOne() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("/tour");
      Program.awaitPrompt(program, "smtpterm practice");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void itIsAboutThePracticeServerAndSmtp() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.practice(home, "--pop3", "0")) {
      program.enter("QUIT");
      program.awaitScreen("/connect connects again");
      program.enter("/connect pop3");
      Program.awaitPrompt(program, "S: +OK");
      program.enter("/tour");
      Program.awaitPrompt(program, "The tour is about SMTP");
      program.enter("/disconnect");
      program.awaitScreen("not connected", screen -> screen.cursorLine().startsWith(">"));
      program.enter("/connect 127.0.0.1:" + server.port());
      Program.awaitPrompt(program, "S: 220 mx.test");
      program.enter("/tour");
      Program.awaitPrompt(program, "You are connected to another server.");
    }
  }

  @Test
  void onADumbTerminalItIsTheSameTour() throws IOException {
    try (PtyProgram program =
        PtyCommand.smtpterm(home, "practice", "--smtp", "0").env("TERM", "dumb").start()) {
      Program.awaitPrompt(program, "S: 220");
      envelope(program);
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .contains("# Type: MAIL FROM:<anna@kolleg.de>")
          .doesNotContain("\u001b");
    }
  }
}
